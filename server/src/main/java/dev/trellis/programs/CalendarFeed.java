package dev.trellis.programs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address under which a calendar program reads a person's calendar.
 *
 * @param meals      meals are in it, not only sessions
 * @param lastUsedOn the UTC day it was read last
 * @param path       with its secret; only in the answer that makes it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarFeed(
        UUID id,
        String name,
        boolean meals,
        Instant createdAt,
        @Nullable LocalDate lastUsedOn,
        @Nullable String path) {
    CalendarFeed with(String secret) {
        return new CalendarFeed(id, name, meals, createdAt, lastUsedOn, "/calendar.ics?token=" + secret);
    }

    /** The same without its secret. */
    public CalendarFeed withoutSecret() {
        return new CalendarFeed(id, name, meals, createdAt, lastUsedOn, null);
    }

    /** Which feed, and nothing that opens it. */
    @Override
    public String toString() {
        return "CalendarFeed[" + id + "]";
    }
}
