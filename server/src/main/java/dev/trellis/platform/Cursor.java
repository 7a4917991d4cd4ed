package dev.trellis.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A position in a list that is ordered by time-ordered ids; opaque to callers.
 *
 * @param within a name that orders the rows of one id where a list has several, or the microseconds of the moment that a
 *     list is ordered by; otherwise empty
 */
public record Cursor(UUID id, String within) {
    private static final int ID_BYTES = 16;
    /** Up to the year 5138: what overflows neither here nor in the database. */
    private static final Pattern MICROSECONDS = Pattern.compile("\\d{1,17}");

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{0,100}");

    /** The position of the one row with this id. */
    public Cursor(UUID id) {
        this(id, "");
    }

    /** The position of a row in a list that is ordered by a moment, and by the id where two share one. */
    public static Cursor at(Instant moment, UUID id) {
        return new Cursor(id, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, moment)));
    }

    /** The moment of {@link #at}; a cursor of another list is a problem that names the parameter. */
    Instant moment() {
        if (!MICROSECONDS.matcher(within).matches()) {
            throw refusal();
        }
        return Instant.EPOCH.plus(Long.parseLong(within), ChronoUnit.MICROS);
    }

    /** The cursor as it travels. */
    public String encode() {
        var name = within.getBytes(StandardCharsets.US_ASCII);
        var bytes = ByteBuffer.allocate(ID_BYTES + name.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(name)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads a cursor; anything else is a problem that names the parameter. */
    public static Cursor decode(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length >= ID_BYTES) {
                var buffer = ByteBuffer.wrap(bytes);
                var id = new UUID(buffer.getLong(), buffer.getLong());
                var name = StandardCharsets.ISO_8859_1.decode(buffer).toString();
                if (NAME.matcher(name).matches()) {
                    return new Cursor(id, name);
                }
            }
        } catch (IllegalArgumentException e) {
            // Not base64: the same refusal as a wrong length.
        }
        throw refusal();
    }

    private static ProblemException refusal() {
        return ProblemException.invalid("/query/cursor", "Use the next_cursor of the previous page, unchanged.");
    }
}
