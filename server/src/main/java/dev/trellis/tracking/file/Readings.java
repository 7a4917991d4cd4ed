package dev.trellis.tracking.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Numbers and times as devices write them; what is none, or cannot be, is left out. */
final class Readings {
    private static final int SLOWEST_HEART = 25;
    private static final int FASTEST_HEART = 250;

    private Readings() {}

    static @Nullable Double number(@Nullable String text, double least, double most) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            var number = Double.parseDouble(text);
            return number >= least && number <= most ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static @Nullable Integer heartRate(String text) {
        var rate = number(text, SLOWEST_HEART, FASTEST_HEART);
        return rate == null ? null : (int) Math.round(rate);
    }

    /** Both formats write UTC; a time without a zone, as careless programs write it, is taken for UTC too. */
    static @Nullable Instant moment(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return localMoment(text);
        }
    }

    private static @Nullable Instant localMoment(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
