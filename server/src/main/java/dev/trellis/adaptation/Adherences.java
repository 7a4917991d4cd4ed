package dev.trellis.adaptation;

import dev.trellis.adaptation.AdherenceStore.PlannedItem;
import dev.trellis.adaptation.AssessmentResult.Assessed;
import dev.trellis.adaptation.AssessmentResult.CalledOff;
import dev.trellis.adaptation.AssessmentResult.NotYet;
import dev.trellis.adaptation.AssessmentResult.Unknown;
import dev.trellis.adaptation.matching.Adherence;
import dev.trellis.adaptation.matching.AdherenceStatus;
import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.PersonTurn;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What became of what was planned: asked, said by the person themselves, and added up. */
@ApplicationScoped
public class Adherences {
    private final Database database;
    private final AdherenceStore store;
    private final Calendar calendar;
    private final Rematching rematching;
    private final Assessing assessing;
    private final People people;
    private final InstantSource clock;

    Adherences(
            Database database,
            AdherenceStore store,
            Calendar calendar,
            Rematching rematching,
            Assessing assessing,
            People people,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.calendar = calendar;
        this.rematching = rematching;
        this.assessing = assessing;
        this.people = people;
        this.clock = clock;
    }

    /** Compares everything of a day anew. */
    public Assessed assess(Actor actor, LocalDate day) {
        return database.as(actor, tx -> {
            rematching.all(tx, actor.userId(), Set.of(day));
            return new Assessed(store.between(tx, actor.userId(), day, day));
        });
    }

    /** Compares the day of an item anew. */
    public AssessmentResult assess(Actor actor, UUID itemId) {
        return database.as(actor, tx -> of(tx, actor, itemId, false, item -> {}));
    }

    /**
     * Takes the person's word for what became of an item, whatever matching says.
     *
     * @param dose the share of the planned amount they say; null when they do not
     */
    public AssessmentResult mark(Actor actor, UUID itemId, AdherenceStatus status, @Nullable BigDecimal dose) {
        return database.as(
                actor,
                tx -> of(tx, actor, itemId, true, item -> assessing.mark(tx, actor.userId(), item, status, dose)));
    }

    /** Leaves an item to matching again. */
    public AssessmentResult unmark(Actor actor, UUID itemId) {
        return database.as(
                actor, tx -> of(tx, actor, itemId, false, item -> assessing.unmark(tx, actor.userId(), item)));
    }

    private interface Word {
        void take(CalendarEvent item);
    }

    private AssessmentResult of(Handle tx, Actor actor, UUID itemId, boolean onlyOnceDue, Word word) {
        PersonTurn.take(tx, actor.userId());
        var found = calendar.ofItems(tx, actor.userId(), Set.of(itemId));
        if (found.isEmpty()) {
            return new Unknown();
        }
        var item = found.getFirst();
        if (!Pairing.isWaitedFor(item)) {
            return new CalledOff();
        }
        var today = people.days(tx, actor.userId()).dayOf(clock.instant());
        if (onlyOnceDue && item.date().isAfter(today)) {
            return new NotYet(item.date());
        }
        word.take(item);
        rematching.all(tx, actor.userId(), Set.of(item.date()));
        return new Assessed(store.of(tx, actor.userId(), Set.of(itemId)));
    }

    /** What is known of these days, both included. */
    public AdherencePeriod between(Actor actor, LocalDate from, LocalDate to) {
        return database.as(
                actor, tx -> period(tx, actor.userId(), from, to, store.between(tx, actor.userId(), from, to)));
    }

    /** The figures of these days alone, of a person whom whoever acts may see. */
    public AdherencePeriod figures(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return period(tx, userId, from, to, List.of());
    }

    private AdherencePeriod period(Handle tx, UUID userId, LocalDate from, LocalDate to, List<AdherenceRecord> items) {
        var own = people.days(tx, userId);
        var now = clock.instant();
        var due = store.planned(tx, userId, from, to).stream()
                .filter(item -> isKnown(item)
                        || item.kind().item().isClosed(own.startOf(item.date().plusDays(1)), now))
                .toList();
        return new AdherencePeriod(
                from,
                to,
                figure(due, item -> true),
                figure(due, item -> item.kind() == PlannedKind.SESSION),
                figure(due, item -> item.kind() == PlannedKind.MEAL),
                items);
    }

    private static boolean isKnown(PlannedItem item) {
        return item.status() != null && item.status() != AdherenceStatus.UNKNOWN;
    }

    private static PeriodFigure figure(List<PlannedItem> due, Predicate<PlannedItem> which) {
        return PeriodFigure.of(due.stream()
                .filter(which)
                .map(item -> new Adherence(
                        Objects.requireNonNullElse(item.status(), AdherenceStatus.UNKNOWN),
                        item.dose() == null ? null : (Double) item.dose().doubleValue(),
                        false))
                .toList());
    }
}
