package dev.trellis.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days and moments that the API takes: years of four digits, which every client and the database can express. */
final class Calendar {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private Calendar() {}

    static LocalDate within(LocalDate day) {
        check(day.getYear());
        return day;
    }

    static Instant within(Instant moment) {
        // The least and the greatest moment in Java have no offset date; comparing first avoids asking for it.
        if (moment.isAfter(Instant.MIN) && moment.isBefore(Instant.MAX)) {
            check(moment.atOffset(ZoneOffset.UTC).getYear());
            return moment;
        }
        throw outside();
    }

    private static void check(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw outside();
        }
    }

    private static IllegalArgumentException outside() {
        return new IllegalArgumentException("a date lies in the years 0001 to 9999");
    }
}
