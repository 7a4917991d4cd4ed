package dev.trellis.adaptation;

import dev.trellis.adaptation.PlanProposal.Kind;
import dev.trellis.adaptation.PlanProposal.PlanDocument;
import dev.trellis.adaptation.PlanProposal.Source;
import dev.trellis.adaptation.PlanProposal.Status;
import dev.trellis.adaptation.ProgramReview.Loop;
import dev.trellis.adaptation.reassessment.CalorieReview;
import dev.trellis.events.Events;
import dev.trellis.programs.Rounding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One review of a program: both loops are read, decided and written down, with every term. What makes things harder is
 * always asked; a higher target may be made at once if the person wants that, and is where safety asks for it.
 */
@ApplicationScoped
class Reviewing {
    private static final int FORTNIGHT = 14;
    private static final int BREAK_DAYS = 14;

    private final CalorieReader calorieReader;
    private final VolumeReader volumeReader;
    private final ControllerStateStore states;
    private final PlanProposalStore proposals;
    private final PlanProposals decisions;
    private final LightWeeks lightWeeks;
    private final RunningPrograms programs;
    private final AdaptationChoices choices;
    private final Events events;
    private final InstantSource clock;

    Reviewing(
            CalorieReader calorieReader,
            VolumeReader volumeReader,
            ControllerStateStore states,
            PlanProposalStore proposals,
            PlanProposals decisions,
            LightWeeks lightWeeks,
            RunningPrograms programs,
            AdaptationChoices choices,
            Events events,
            InstantSource clock) {
        this.calorieReader = calorieReader;
        this.volumeReader = volumeReader;
        this.states = states;
        this.proposals = proposals;
        this.decisions = decisions;
        this.lightWeeks = lightWeeks;
        this.programs = programs;
        this.choices = choices;
        this.events = events;
        this.clock = clock;
    }

    private record Read(
            @Nullable CalorieInputs calories, @Nullable VolumeInputs volume, List<String> messages) {}

    private Read read(Handle tx, UUID userId, RunningProgram program, LocalDate today) {
        var messages = new ArrayList<String>();
        CalorieInputs calories = null;
        boolean harder = false;
        boolean mayIncrease = true;
        if (program.eating() != null && program.eating().showNumbers()) {
            var past = states.calories(tx, userId, program.id());
            calories = calorieReader.read(tx, userId, program, past, today);
            harder = calories.review() instanceof CalorieReview.Reviewed reviewed
                    && reviewed.step().change() < 0;
            mayIncrease = calories.verdict().trainingIncrease();
            if (calories.verdict().foodNumbers()) {
                messages.addAll(ReviewTexts.messages(
                        program, calories, past, proposals.deficitSince(tx, userId, program.id())));
            }
        }
        VolumeInputs volume = null;
        if (program.volume() != null) {
            volume = volumeReader.read(
                    tx, userId, program, states.volume(tx, userId, program.id()), today, mayIncrease && !harder);
        }
        return new Read(calories, volume, messages);
    }

    /** What a review would say; nothing is stored. */
    ProgramReview preview(Handle tx, UUID userId, RunningProgram program, LocalDate today) {
        var read = read(tx, userId, program, today);
        var calories = read.calories();
        return new ProgramReview(
                program.id(),
                today,
                true,
                program.nextReassessmentDate(),
                calories == null || !shown(program, calories)
                        ? null
                        : ReviewTexts.calories(calories, calories.after(calories.review()), null, null),
                read.volume() == null ? null : ReviewTexts.volume(read.volume(), null, null),
                read.messages());
    }

    /** Whoever must not see numbers of food sees none here either. */
    private static boolean shown(RunningProgram program, CalorieInputs calories) {
        return program.eating() != null
                && program.eating().showNumbers()
                && calories.verdict().foodNumbers();
    }

    /** Reviews, stores, proposes, and moves the day of the next review on. */
    ProgramReview review(Handle tx, UUID userId, RunningProgram program, LocalDate today) {
        supersede(tx, userId, program, Kind.CALORIES);
        supersede(tx, userId, program, Kind.VOLUME);
        var read = read(tx, userId, program, today);
        var calories = read.calories() == null ? null : calories(tx, userId, program, read.calories(), today);
        var volume = read.volume() == null ? null : volume(tx, userId, program, read.volume(), today);
        if (read.calories() != null
                && shown(program, read.calories())
                && ReviewTexts.isTimeForABreak(
                        program, read.calories(), proposals.deficitSince(tx, userId, program.id()))) {
            proposeBreak(tx, userId, program, read.calories(), today);
        }
        if (read.volume() != null && !read.volume().safetyHold()) {
            proposeLightWeek(tx, userId, program, read.volume(), today);
        }
        var next = program.nextReassessmentDate();
        while (!next.isAfter(today)) {
            next = next.plusDays(FORTNIGHT);
        }
        programs.reviewNext(tx, userId, program.id(), next);
        boolean changed = (calories != null && calories.planChangeId() != null)
                || (volume != null && volume.planChangeId() != null);
        if (!changed) {
            var loop = calories == null ? volume : calories;
            proposals.note(
                    tx,
                    userId,
                    program.id(),
                    today,
                    loop == null ? "There is nothing to review." : loop.sentence(),
                    loop == null ? Map.of() : loop.terms());
        }
        events.publish(tx, new ProgramReassessed(userId, program.id(), today, next, changed));
        boolean shown = read.calories() != null && shown(program, read.calories());
        return new ProgramReview(program.id(), today, false, next, shown ? calories : null, volume, read.messages());
    }

    /** A new review answers anew; what waited from the last one waits no longer. */
    private void supersede(Handle tx, UUID userId, RunningProgram program, Kind kind) {
        for (var waiting : proposals.pending(tx, userId, program.id(), kind)) {
            proposals.rejected(tx, userId, waiting.id(), clock.instant());
            events.publish(tx, new PlanChangeRejected(userId, waiting.id(), kind.wire(), true));
        }
    }

    private Loop calories(Handle tx, UUID userId, RunningProgram program, CalorieInputs inputs, LocalDate today) {
        var review = inputs.review();
        var after = inputs.after(review);
        int change = after.published() - inputs.before().published();
        UUID changeId = null;
        String status = null;
        if (change != 0) {
            var loop = ReviewTexts.calories(inputs, after, null, null);
            boolean safety = review instanceof CalorieReview.ToMaintenance && change > 0;
            boolean wanted = change > 0 && choices.of(tx, userId).autoRaiseCalories();
            var proposal = proposals.propose(
                    tx,
                    userId,
                    program.id(),
                    Kind.CALORIES,
                    Source.REASSESSMENT,
                    today.plusDays(1),
                    loop.sentence(),
                    PlanDocument.kcal(inputs.before().published(), null),
                    PlanDocument.kcal(after.published(), null),
                    loop.terms());
            changeId = proposal.id();
            status = begin(tx, userId, proposal, safety || wanted).wire();
        }
        states.add(tx, userId, program.id(), "calories", today, after, inputs.with(changeId));
        return ReviewTexts.calories(inputs, after, changeId, status);
    }

    private Loop volume(Handle tx, UUID userId, RunningProgram program, VolumeInputs inputs, LocalDate today) {
        var step = inputs.review().orElse(null);
        UUID changeId = null;
        String status = null;
        if (step != null && step.change() != 0) {
            var loop = ReviewTexts.volume(inputs, null, null);
            var proposal = proposals.propose(
                    tx,
                    userId,
                    program.id(),
                    Kind.VOLUME,
                    Source.REASSESSMENT,
                    today.plusDays(1),
                    loop.sentence(),
                    PlanDocument.sets(step.before().sets()),
                    PlanDocument.sets(step.after().sets()),
                    loop.terms());
            changeId = proposal.id();
            boolean easier = !step.needsApproval() && choices.of(tx, userId).autoAdjust();
            status = begin(tx, userId, proposal, easier).wire();
        }
        var after = step == null ? inputs.before() : step.after();
        states.add(tx, userId, program.id(), "volume", today, after, inputs.with(changeId));
        return ReviewTexts.volume(inputs, changeId, status);
    }

    private void proposeBreak(Handle tx, UUID userId, RunningProgram program, CalorieInputs inputs, LocalDate today) {
        if (proposals.proposedSince(tx, userId, program.id(), Kind.DIET_BREAK, today.minusDays(FORTNIGHT))) {
            return;
        }
        supersede(tx, userId, program, Kind.DIET_BREAK);
        int kcal = Math.max(inputs.floor(), Rounding.toTen(inputs.expenditure().kcal()));
        var proposal = proposals.propose(
                tx,
                userId,
                program.id(),
                Kind.DIET_BREAK,
                Source.REASSESSMENT,
                today.plusDays(1),
                "Twelve weeks or more of eating less. Suggested: two weeks at %d kcal (%+d), and then on. You decide."
                        .formatted(kcal, kcal - inputs.before().published()),
                PlanDocument.kcal(inputs.before().published(), null),
                PlanDocument.kcal(kcal, today.plusDays(BREAK_DAYS)),
                Map.of("expenditure", inputs.expenditure().kcal()));
        begin(tx, userId, proposal, false);
    }

    private void proposeLightWeek(
            Handle tx, UUID userId, RunningProgram program, VolumeInputs inputs, LocalDate today) {
        var signs = volumeReader.deloadSigns(tx, userId, inputs, today);
        if (signs.callForDeload()) {
            lightWeeks.propose(
                    tx,
                    userId,
                    program.id(),
                    today,
                    Source.REASSESSMENT,
                    "More than one sign of the last two weeks says that you need rest.",
                    ReviewTexts.terms(signs));
        }
    }

    private Status begin(Handle tx, UUID userId, PlanProposal proposal, boolean atOnce) {
        if (atOnce) {
            var applied = decisions.apply(tx, userId, proposal, true);
            if (applied.isPresent()) {
                return applied.get().status();
            }
        }
        events.publish(
                tx,
                new PlanChangeProposed(
                        userId,
                        proposal.id(),
                        proposal.kind().wire(),
                        proposal.source().wire(),
                        proposal.sentence()));
        return proposal.status();
    }
}
