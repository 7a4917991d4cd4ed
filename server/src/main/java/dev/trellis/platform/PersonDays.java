package dev.trellis.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A person's own days. A moment has no day until the person's zone and day start are applied; a day label is never
 * shifted afterwards, so moving to another zone does not rewrite history (domain file 00.3).
 *
 * @param zone the person's IANA zone
 * @param dayStart when a new day begins for this person, 00:00 to 12:00; a moment before it belongs to the day before
 */
public record PersonDays(ZoneId zone, LocalTime dayStart) {
    /** The latest day start: later than noon, "yesterday" would be most of today. */
    public static final LocalTime LATEST_DAY_START = LocalTime.NOON;

    public PersonDays {
        if (dayStart.isAfter(LATEST_DAY_START)) {
            throw new IllegalArgumentException("a day starts between 00:00 and 12:00");
        }
    }

    /** Days that start at midnight in this zone. */
    public static PersonDays in(String zone) {
        return new PersonDays(ZoneId.of(zone), LocalTime.MIDNIGHT);
    }

    /** The day this moment belongs to. */
    public LocalDate dayOf(Instant moment) {
        var local = moment.atZone(zone);
        var day = local.toLocalDate();
        return local.toLocalTime().isBefore(dayStart) ? day.minusDays(1) : day;
    }

    /** The first moment of a day; after a gap in the clocks, the first moment that exists. */
    public Instant startOf(LocalDate day) {
        return dayStart.equals(LocalTime.MIDNIGHT)
                ? day.atStartOfDay(zone).toInstant()
                : day.atTime(dayStart).atZone(zone).toInstant();
    }

    /** The zone of that name, when it is a named IANA zone that both Java and PostgreSQL read the same way. */
    public static Optional<ZoneId> zone(String name) {
        try {
            var known = ZoneId.getAvailableZoneIds().contains(name) && !name.startsWith("SystemV/");
            return known ? Optional.of(ZoneId.of(name)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
