package dev.trellis.adaptation;

import dev.trellis.adaptation.AdjustmentResult.Analysed;
import dev.trellis.adaptation.AdjustmentResult.Decided;
import dev.trellis.adaptation.AdjustmentResult.NoProgram;
import dev.trellis.adaptation.AdjustmentResult.OutOfReach;
import dev.trellis.adaptation.AdjustmentResult.Unknown;
import dev.trellis.adaptation.AdjustmentResult.WrongState;
import dev.trellis.adaptation.DayOverride.Status;
import dev.trellis.adaptation.daily.OverridePolicy;
import dev.trellis.adaptation.daily.OverrideStatus;
import dev.trellis.adaptation.daily.OverrideStatus.Event;
import dev.trellis.events.Events;
import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.safety.SafetyHolds;
import dev.trellis.tracking.ContextDay;
import dev.trellis.tracking.ContextLog;
import dev.trellis.tracking.Illness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Days made different (domain 05): looked at, agreed to, declined, undone. */
@ApplicationScoped
public class Adjustments {
    private static final int LAST_CHANGES = 5;

    private final Database database;
    private final OverrideStore store;
    private final DayAnalysis analysis;
    private final Calendar calendar;
    private final DoneStore done;
    private final SafetyHolds holds;
    private final ContextLog context;
    private final AdaptationChoices choices;
    private final People people;
    private final Events events;
    private final InstantSource clock;

    Adjustments(
            Database database,
            OverrideStore store,
            DayAnalysis analysis,
            Calendar calendar,
            DoneStore done,
            SafetyHolds holds,
            ContextLog context,
            AdaptationChoices choices,
            People people,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.analysis = analysis;
        this.calendar = calendar;
        this.done = done;
        this.holds = holds;
        this.context = context;
        this.choices = choices;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Looks at a day and stores what it should be instead.
     *
     * @param day  today or tomorrow; null for today
     * @param told how today is, written down first; null when it was told before
     */
    public AdjustmentResult analyse(Actor actor, @Nullable LocalDate day, @Nullable ContextDay told) {
        return database.as(actor, tx -> {
            var today = people.days(tx, actor.userId()).dayOf(clock.instant());
            var wanted = day == null ? today : day;
            if (wanted.isBefore(today) || wanted.isAfter(today.plusDays(1))) {
                return new OutOfReach(today, today.plusDays(1));
            }
            if (told != null) {
                context.write(actor, today, told);
            }
            return analysis.of(tx, actor.userId(), wanted)
                    .<AdjustmentResult>map(Analysed::new)
                    .orElseGet(NoProgram::new);
        });
    }

    /** One's own, newest first. */
    public Page<DayOverride> list(Actor actor, DayRange days, @Nullable Status status, PageRequest page) {
        var rows = database.as(actor, tx -> store.page(tx, actor.userId(), days, status, page));
        return Page.of(rows, page, override -> new Cursor(override.id()));
    }

    /** One's own. */
    public Optional<DayOverride> find(Actor actor, UUID id) {
        return database.as(actor, tx -> store.find(tx, actor.userId(), id));
    }

    /** Agrees to a proposal: the day is made different. */
    public AdjustmentResult approve(Actor actor, UUID id) {
        return database.as(actor, tx -> {
            var override = store.lock(tx, actor.userId(), id).orElse(null);
            if (override == null) {
                return new Unknown();
            }
            var refusal = refusal(override, Event.ACCEPTED);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (!isAsItWas(tx, actor.userId(), override)) {
                return new WrongState(
                        "The day was changed since this was proposed. Have it looked at again: POST /adjustments/analyze.");
            }
            calendar.change(tx, actor.userId(), id, override.after());
            var approved = store.decide(tx, actor.userId(), id, Status.APPROVED, null, true, clock.instant());
            events.publish(
                    tx,
                    new AdjustmentApplied(
                            actor.userId(),
                            id,
                            approved.date(),
                            approved.overrideType().wire(),
                            false,
                            approved.hold(),
                            approved.explanation()));
            return new Decided(approved);
        });
    }

    /** Declines a proposal: the day stays as it is. */
    public AdjustmentResult reject(Actor actor, UUID id) {
        return database.as(actor, tx -> {
            var override = store.lock(tx, actor.userId(), id).orElse(null);
            if (override == null) {
                return new Unknown();
            }
            var refusal = refusal(override, Event.DECLINED);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            var rejected = store.decide(tx, actor.userId(), id, Status.REJECTED, null, true, clock.instant());
            events.publish(tx, new AdjustmentRejected(actor.userId(), id, rejected.date(), "declined"));
            return new Decided(rejected);
        });
    }

    /**
     * Makes the day as it was before, while its session is still to come.
     *
     * @param symptoms what the person says of an illness; needed for a hold
     */
    public AdjustmentResult undo(Actor actor, UUID id, @Nullable SymptomCheck symptoms) {
        return database.as(actor, tx -> {
            var override = store.lock(tx, actor.userId(), id).orElse(null);
            if (override == null) {
                return new Unknown();
            }
            var refusal = refusedUndo(tx, actor.userId(), override, symptoms);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (!calendar.takeBack(tx, actor.userId(), id, override.before())) {
                return new WrongState(
                        "Something else was changed on top of it. Undo that first; GET /calendar/full names the latest.");
            }
            var undone = store.decide(tx, actor.userId(), id, Status.UNDONE, null, true, clock.instant());
            events.publish(tx, new AdjustmentUndone(actor.userId(), id, undone.date(), true));
            askAgain(tx, actor.userId(), undone);
            if (override.hold() && symptoms != null) {
                well(tx, actor, override.date());
            }
            return new Decided(undone);
        });
    }

    private Optional<WrongState> refusedUndo(
            Handle tx, UUID userId, DayOverride override, @Nullable SymptomCheck symptoms) {
        boolean sessionDone = !done.doneAmong(tx, userId, sessions(override)).isEmpty();
        boolean held = override.hold()
                && (override.rules().contains("safety_hold")
                        ? holds.current(tx, userId).isPresent()
                        : symptoms == null || !symptoms.saysAllGone());
        if (override.inForce() && sessionDone) {
            return Optional.of(new WrongState("The session was done already; what was done cannot be undone."));
        }
        if (override.inForce() && held) {
            return Optional.of(new WrongState(
                    override.rules().contains("safety_hold")
                            ? "This waits until you have confirmed that you are safe: POST /safety/confirm-safe."
                            : "This waits until your symptoms are gone. Send symptom_check with fever, below_neck and chest"
                                    + " all false and hours_free of at least 24."));
        }
        return override.status().rules().after(Event.UNDONE, sessionDone, held).isPresent()
                ? Optional.empty()
                : Optional.of(wrong(override));
    }

    private static List<UUID> sessions(DayOverride override) {
        return override.before().stream()
                .filter(event -> event.kind() == CalendarEvent.Kind.SESSION)
                .map(CalendarEvent::itemId)
                .toList();
    }

    /** Who undoes three of the last five automatic changes would rather be asked. */
    private void askAgain(Handle tx, UUID userId, DayOverride undone) {
        if (!undone.automatic() || undone.hold()) {
            return;
        }
        var latest = store.latestAutomatic(tx, userId, LAST_CHANGES).stream()
                .map(Status::rules)
                .toList();
        boolean on = choices.of(tx, userId).autoAdjust();
        if (on && OverridePolicy.shouldAskAgain(latest)) {
            choices.switchAutoOff(tx, userId);
            events.publish(tx, new AutoAdjustSwitchedOff(userId, userId));
        }
    }

    /** What was answered about the symptoms is how the day is now; the return to training follows from it. */
    private void well(Handle tx, Actor actor, LocalDate day) {
        var told = context.between(tx, actor.userId(), day, day).stream()
                .findFirst()
                .map(ContextLog.LoggedDay::context)
                .orElse(ContextDay.SILENT);
        context.write(actor, day, told.saying(Illness.NONE));
    }

    private Optional<WrongState> refusal(DayOverride override, Event event) {
        boolean late =
                override.status() == Status.PENDING && !override.expiresAt().isAfter(clock.instant());
        if (late) {
            return Optional.of(new WrongState("This proposal is expired: its time was over before it was answered."));
        }
        Optional<OverrideStatus> next = override.status().rules().after(event, false, false);
        return next.isPresent() ? Optional.empty() : Optional.of(wrong(override));
    }

    private static WrongState wrong(DayOverride override) {
        var why = override.reason() == null ? "" : " (" + override.reason() + ")";
        return new WrongState("This adjustment is " + override.status().wire() + why + ".");
    }

    private boolean isAsItWas(Handle tx, UUID userId, DayOverride override) {
        Map<UUID, CalendarEvent> now = new HashMap<>();
        var before = override.before();
        calendar.lock(tx, userId, before.stream().map(CalendarEvent::id).toList())
                .forEach(event -> now.put(event.id(), event));
        return before.stream().allMatch(event -> {
            var its = now.get(event.id());
            return its != null && its.revision() == event.revision();
        });
    }
}
