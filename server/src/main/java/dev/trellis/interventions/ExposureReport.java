package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.interventions.recommendation.Exposure;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How evenly the catalogue is shown (domain file 08.5): numbers of items, and of nobody in particular. */
@ApplicationScoped
public class ExposureReport {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int MOST_SHOWN = 10;

    private final Database database;
    private final InstantSource clock;

    ExposureReport(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The last 30 days.
     *
     * @param shown so many suggestions were shown, of {@code items} that could have been
     * @param neverShown so many of them not once
     * @param gini 0 when all were shown equally, towards 1 when few took everything; absent when nothing was shown
     * @param alarm whether {@code gini} is above {@code alarmAbove}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Report(
            Instant from,
            Instant to,
            long shown,
            int items,
            long neverShown,
            @Nullable Double gini,
            double alarmAbove,
            boolean alarm,
            List<ShownItem> mostShown) {}

    /** How often one item was shown, and taken on, answered for, and said to have helped since it exists. */
    public record ShownItem(
            int interventionId, String name, long shown, long started, long answered, long helpful, long tries) {}

    /** The report as of now. */
    public Report now() {
        var to = clock.instant();
        var from = to.minus(MONTH);
        var items = shown(from);
        var total = items.stream().mapToLong(ShownItem::shown).sum();
        var gini = total == 0
                ? null
                : Exposure.gini(items.stream().map(ShownItem::shown).toList());
        return new Report(
                from,
                to,
                total,
                items.size(),
                items.stream().filter(item -> item.shown() == 0).count(),
                gini,
                Exposure.ALARM,
                gini != null && gini > Exposure.ALARM,
                items.stream()
                        .filter(item -> item.shown() > 0)
                        .limit(MOST_SHOWN)
                        .toList());
    }

    private List<ShownItem> shown(Instant from) {
        return database.asJob(tx ->
                tx.createQuery("""
                        select c.intervention_id, c.name, coalesce(s.shown, 0) as shown, c.started_count as started,
                               c.answered_count as answered, c.helpful_count as helpful, c.total_tries as tries
                          from catalogue c
                          left join (select i.intervention_id, count(*) as shown
                                       from recommendations r
                                       join recommendation_items i on i.user_id = r.user_id and i.recommendation_id = r.id
                                      where r.created_at >= :from
                                      group by i.intervention_id) s on s.intervention_id = c.intervention_id
                         order by coalesce(s.shown, 0) desc, c.intervention_id
                        """).bind("from", from).mapTo(ShownItem.class).list());
    }
}
