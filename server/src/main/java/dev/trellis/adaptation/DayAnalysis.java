package dev.trellis.adaptation;

import dev.trellis.adaptation.DayDrafts.Draft;
import dev.trellis.adaptation.DayOverride.Status;
import dev.trellis.adaptation.DayOverride.Type;
import dev.trellis.adaptation.daily.OverridePolicy;
import dev.trellis.adaptation.daily.OverridePolicy.Proposal;
import dev.trellis.adaptation.daily.Readiness;
import dev.trellis.events.Events;
import dev.trellis.programs.Calendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Looks at a person's day and stores what it should be instead (domain 05). Looking twice changes nothing; when something
 * new was told, a newer proposal takes the place of one that waits.
 */
@ApplicationScoped
class DayAnalysis {
    private final RunningPrograms programs;
    private final DayReader reader;
    private final DayDrafts drafts;
    private final OverrideStore store;
    private final DayProposals proposals;
    private final Calendar calendar;
    private final Events events;

    DayAnalysis(
            RunningPrograms programs,
            DayReader reader,
            DayDrafts drafts,
            OverrideStore store,
            DayProposals proposals,
            Calendar calendar,
            Events events) {
        this.programs = programs;
        this.reader = reader;
        this.drafts = drafts;
        this.store = store;
        this.proposals = proposals;
        this.calendar = calendar;
        this.events = events;
    }

    /** Of a day; nothing without a program that is running then. */
    Optional<AnalysedDay> of(Handle tx, UUID userId, LocalDate day) {
        return programs.lock(tx, userId)
                .filter(program -> !day.isBefore(program.startDate()) && day.isBefore(program.endDate()))
                .map(program -> of(tx, userId, program, day));
    }

    private AnalysedDay of(Handle tx, UUID userId, RunningProgram program, LocalDate day) {
        var situation = reader.read(tx, userId, program, day);
        var known = store.ofDay(tx, userId, day);
        var found = drafts.of(situation);
        if (found.drafts().stream().anyMatch(Draft::hold) && giveWay(tx, userId, known, situation.now())) {
            situation = reader.read(tx, userId, program, day);
            known = store.ofDay(tx, userId, day);
            found = drafts.of(situation);
        }
        for (var draft : found.drafts()) {
            store(tx, userId, situation, draft, known, found.advice());
        }
        var proposed = new ArrayList<UUID>();
        if (found.earlyDeload()) {
            proposals.earlyDeload(tx, userId, situation).ifPresent(proposed::add);
        }
        if (found.breakInDeficit()) {
            proposals.breakInDeficit(tx, userId, situation).ifPresent(proposed::add);
        }
        var open = store.ofDay(tx, userId, day).stream()
                .filter(one -> one.inForce() || one.status() == Status.PENDING)
                .toList();
        var readiness = situation.readiness();
        return new AnalysedDay(
                day,
                readiness.map(Readiness::value).orElse(null),
                readiness.map(its -> Words.of(its.band())).orElse(null),
                readiness.map(Readiness::z).orElse(null),
                readiness.map(Readiness::confidence).orElse(null),
                open,
                found.advice(),
                proposed,
                summary(situation, open));
    }

    /** Safety does not wait for what was agreed before: an easier session gives way to none. */
    private boolean giveWay(Handle tx, UUID userId, List<DayOverride> known, Instant now) {
        var inTheWay = known.stream()
                .filter(one ->
                        one.inForce() && !one.hold() && one.overrideType().overlaps(Type.TRAINING))
                .toList();
        boolean gave = false;
        for (var one : inTheWay) {
            if (calendar.takeBack(tx, userId, one.id(), one.before())) {
                store.decide(tx, userId, one.id(), Status.UNDONE, null, false, now);
                events.publish(tx, new AdjustmentUndone(userId, one.id(), one.date(), false));
                gave = true;
            }
        }
        return gave;
    }

    private void store(
            Handle tx, UUID userId, DaySituation situation, Draft draft, List<DayOverride> known, List<String> advice) {
        boolean declined = known.stream()
                .filter(one -> one.status().rules().isTerminal())
                .filter(one -> !"superseded".equals(one.reason()) && (one.userOverridden() || one.appliedAt() == null))
                .anyMatch(one -> !Collections.disjoint(one.rules(), draft.rules()));
        boolean made = known.stream()
                .anyMatch(one -> one.inForce() && one.overrideType().overlaps(draft.type()));
        if (made || (declined && !draft.hold())) {
            return;
        }
        var waiting = known.stream()
                .filter(one ->
                        one.status() == Status.PENDING && one.overrideType().overlaps(draft.type()))
                .toList();
        if (!draft.hold() && waiting.stream().anyMatch(one -> isSame(one, draft))) {
            return;
        }
        for (var one : waiting) {
            store.decide(tx, userId, one.id(), Status.REJECTED, "superseded", false, situation.now());
            events.publish(tx, new AdjustmentRejected(userId, one.id(), one.date(), "superseded"));
        }
        begin(tx, userId, situation, draft, advice);
    }

    private void begin(Handle tx, UUID userId, DaySituation situation, Draft draft, List<String> advice) {
        double confidence = situation.readiness().map(Readiness::confidence).orElse(0.0);
        var start = Status.of(OverridePolicy.start(new Proposal(
                situation.settings().autoAdjust(),
                draft.reduction(),
                draft.kcalChange(),
                confidence,
                situation.minutesToStart(),
                situation.hasStarted(),
                situation.autoInSevenDays(),
                draft.hold())));
        boolean applied = start == Status.AUTO_APPLIED;
        var override = store.add(
                tx,
                userId,
                new OverrideStore.New(
                        situation.program().id(),
                        situation.day(),
                        draft.type(),
                        start,
                        Math.round(1000 * confidence) / 1000.0,
                        draft.training(),
                        draft.food(),
                        draft.rules(),
                        situation.inputs(advice),
                        draft.explanation(),
                        draft.hold(),
                        applied ? situation.now() : null,
                        expiry(situation, draft)));
        if (applied) {
            calendar.change(tx, userId, override.id(), override.after());
            events.publish(
                    tx,
                    new AdjustmentApplied(
                            userId,
                            override.id(),
                            situation.day(),
                            draft.type().wire(),
                            true,
                            draft.hold(),
                            draft.explanation()));
        } else {
            events.publish(
                    tx,
                    new AdjustmentProposed(
                            userId, override.id(), situation.day(), draft.type().wire(), draft.explanation()));
        }
    }

    /** A session is waited for until it should begin, food until the person's day is over. */
    private static Instant expiry(DaySituation situation, Draft draft) {
        return draft.type() == Type.NUTRITION
                ? situation.end()
                : situation.start().filter(its -> its.isBefore(situation.end())).orElse(situation.end());
    }

    private static boolean isSame(DayOverride one, Draft draft) {
        return one.overrideType() == draft.type()
                && one.rules().equals(draft.rules())
                && Objects.equals(one.trainingOverride(), draft.training())
                && Objects.equals(one.nutritionOverride(), draft.food());
    }

    private static String summary(DaySituation situation, List<DayOverride> open) {
        if (!open.isEmpty()) {
            return String.join(" ", open.stream().map(DayOverride::explanation).toList());
        }
        if (situation.readiness().isEmpty()) {
            return "Too little is known of this day to change anything: sleep, fatigue, soreness and stress tell the most.";
        }
        return situation.sessions().isEmpty()
                ? "No session is waiting on this day, so there is nothing to change."
                : "The day can stay as planned.";
    }
}
