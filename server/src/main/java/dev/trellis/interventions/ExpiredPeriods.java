package dev.trellis.interventions;

import dev.trellis.events.Events;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Completes periods whose last day is over in their person's own zone, set-based: a batch is one transaction through
 * the same handlers as a completion by hand. Interrupted anywhere, the next run goes on with what is left.
 */
@ApplicationScoped
public class ExpiredPeriods {
    /** Nowhere on Earth is the date later than here. */
    private static final ZoneId EARLIEST_TO_SEE_A_DAY = ZoneId.of("Pacific/Kiritimati");

    private final Database database;
    private final Events events;
    private final InstantSource clock;

    ExpiredPeriods(Database database, Events events, InstantSource clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** How many a batch completed, and for how many of them a handler failed and will be tried again. */
    public record Batch(int completed, int withFailures) {}

    private record Closed(
            UUID userId,
            UUID id,
            @Nullable Integer interventionId,
            String interventionName,
            LocalDate startDate,
            LocalDate actualEndDate) {
        InterventionCompleted event() {
            return new InterventionCompleted(
                    userId, id, interventionId, interventionName, startDate, actualEndDate, true);
        }
    }

    /** Completes at most so many; fewer, or none, when no more have expired. */
    public Batch completeBatch(int most) {
        return database.asJob(tx -> {
            var closed = close(tx, clock.instant(), most);
            var publication =
                    events.publishAll(tx, closed.stream().map(Closed::event).toList());
            return new Batch(closed.size(), publication.failedSubjects().size());
        });
    }

    /** A period that somebody completes by hand at this moment is skipped: it is theirs. */
    private static List<Closed> close(Handle tx, Instant now, int most) {
        return tx.createQuery("""
                        with expired as (
                            select p.user_id, p.id
                              from intervention_periods p
                              join users u on u.id = p.user_id
                             where p.status = 'active' and p.end_date <= :latest_today
                               and p.end_date <= day_of(:now, u.time_zone, u.day_start)
                             order by p.end_date, p.user_id, p.id
                             limit :most
                               for update of p skip locked)
                        update intervention_periods p
                           set status = 'completed', auto_completed = true, completed_at = :now,
                               actual_end_date = p.end_date - 1
                          from expired e
                         where p.user_id = e.user_id and p.id = e.id
                        returning p.user_id, p.id, p.intervention_id, p.intervention_name, p.start_date, p.actual_end_date
                        """)
                .bind("latest_today", LocalDate.ofInstant(now, EARLIEST_TO_SEE_A_DAY))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .mapTo(Closed.class)
                .list();
    }
}
