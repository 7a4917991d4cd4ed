package dev.trellis.tracking;

import dev.trellis.platform.PersonDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** On which days a person told anything at all: where nothing was told, silence says nothing about what was done. */
@ApplicationScoped
public class TrackedDays {
    TrackedDays() {}

    /** Those of these days with an activity, a measurement, or a word about how the day was. */
    public Set<PersonDay> among(Handle tx, Collection<PersonDay> days) {
        return tx.createQuery("""
                        select d.user_id, d.day
                          from unnest(:users::uuid[], :days::date[]) as d (user_id, day)
                         where exists (select from activities a where a.user_id = d.user_id and a.day = d.day)
                            or exists (select from user_context_log c where c.user_id = d.user_id and c.day = d.day)
                            or exists (select from body_measurements m
                                        where m.user_id = d.user_id and m.day = d.day)
                        """)
                .bindArray(
                        "users",
                        UUID.class,
                        days.stream().map(PersonDay::userId).toList())
                .bindArray(
                        "days",
                        LocalDate.class,
                        days.stream().map(PersonDay::day).toList())
                .mapTo(PersonDay.class)
                .set();
    }
}
