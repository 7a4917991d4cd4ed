package dev.trellis.platform;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** A position in a list that is ordered by time-ordered ids; opaque to callers. */
public record Cursor(UUID id) {
    /** The cursor as it travels. */
    public String encode() {
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads a cursor; anything else is a problem that names the parameter. */
    public static Cursor decode(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == 16) {
                var buffer = ByteBuffer.wrap(bytes);
                return new Cursor(new UUID(buffer.getLong(), buffer.getLong()));
            }
        } catch (IllegalArgumentException e) {
            // Not base64: the same refusal as a wrong length.
        }
        throw ProblemException.invalid("/query/cursor", "Use the next_cursor of the previous page, unchanged.");
    }
}
