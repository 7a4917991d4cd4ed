package dev.trellis.interventions;

import dev.trellis.events.DeliveryLog;
import dev.trellis.events.HandlerResult;
import dev.trellis.identity.People;
import dev.trellis.interventions.outcome.SummaryDetails;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Json;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.tracking.Habit;
import dev.trellis.tracking.Habits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Periods as they were lived, day by day, and what came of them: to look at, in as few statements as for one. */
@ApplicationScoped
public class LivedPeriods {
    private final Database database;
    private final PeriodStore periods;
    private final ProgressStore progress;
    private final SummaryStore summaries;
    private final FeedbackStore feedback;
    private final Habits habits;
    private final People people;
    private final SafetyEvents safety;
    private final DeliveryLog deliveries;
    private final Json json;
    private final InstantSource clock;

    LivedPeriods(
            Database database,
            PeriodStore periods,
            ProgressStore progress,
            SummaryStore summaries,
            FeedbackStore feedback,
            Habits habits,
            People people,
            SafetyEvents safety,
            DeliveryLog deliveries,
            Json json,
            InstantSource clock) {
        this.database = database;
        this.periods = periods;
        this.progress = progress;
        this.summaries = summaries;
        this.feedback = feedback;
        this.habits = habits;
        this.people = people;
        this.safety = safety;
        this.deliveries = deliveries;
        this.json = json;
        this.clock = clock;
    }

    /** The periods that go on, the newest first. */
    public List<LivedPeriod> open(Actor actor) {
        return database.as(actor, tx -> lived(tx, actor, periods.open(tx, actor.userId())));
    }

    /** One period, whatever its state. */
    public Optional<Conclusion> find(Actor actor, UUID id) {
        return database.as(
                actor,
                tx -> periods.find(tx, actor.userId(), id)
                        .map(period -> concluded(tx, actor, List.of(period)).getFirst()));
    }

    /** One page of all periods, newest first. */
    public Page<Conclusion> history(Actor actor, PageRequest page) {
        return database.as(actor, tx -> {
            var rows = Page.of(periods.history(tx, actor.userId(), page), page, period -> new Cursor(period.id()));
            return new Page<>(concluded(tx, actor, rows.items()), rows.nextCursor());
        });
    }

    /** What completing a period set off and how that fared so far; empty when it was not completed, or long ago. */
    public List<HandlerResult> afterCompletion(Actor actor, UUID id) {
        return database.as(actor, tx -> deliveries.results(tx, actor.userId(), InterventionCompleted.class, id));
    }

    /** What stands below every summary: that it is information and no medical advice (domain 13.4). */
    public String footer(Actor actor) {
        return database.as(actor, tx -> safety.footer(tx, actor.userId()));
    }

    private List<Conclusion> concluded(Handle tx, Actor actor, List<InterventionPeriod> wanted) {
        var ids = ids(wanted);
        var summaryOf = summaries.ofPeriods(tx, actor.userId(), ids).stream()
                .collect(Collectors.toMap(CompletionSummary::interventionPeriodId, Function.identity()));
        var feedbackOn = feedback.ofPeriods(tx, actor.userId(), ids);
        return lived(tx, actor, wanted).stream()
                .map(lived -> {
                    var id = lived.period().id();
                    var summary = summaryOf.get(id);
                    var details = summary == null
                            ? null
                            : json.read(summary.summaryJson().toString(), SummaryDetails.class);
                    return new Conclusion(lived, summary, details, feedbackOn.get(id));
                })
                .toList();
    }

    private List<LivedPeriod> lived(Handle tx, Actor actor, List<InterventionPeriod> wanted) {
        var ids = ids(wanted);
        var today = people.days(tx, actor.userId()).dayOf(clock.instant());
        var checkIns = progress.ofPeriods(tx, actor.userId(), ids);
        var pauses = periods.pauses(tx, actor.userId(), ids).stream()
                .collect(Collectors.groupingBy(PeriodStore.Pause::periodId));
        Map<UUID, List<Habit>> taken = habits.ofPeriods(tx, actor.userId(), ids);
        return wanted.stream()
                .map(period -> DaysLived.of(
                        period,
                        pauses.getOrDefault(period.id(), List.of()),
                        checkIns.getOrDefault(period.id(), List.of()),
                        taken.getOrDefault(period.id(), List.of()),
                        today))
                .toList();
    }

    private static List<UUID> ids(List<InterventionPeriod> wanted) {
        return wanted.stream().map(InterventionPeriod::id).toList();
    }
}
