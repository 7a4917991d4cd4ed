package dev.trellis.adaptation;

import dev.trellis.adaptation.ReassessmentResult.NoProgram;
import dev.trellis.adaptation.ReassessmentResult.Reviewed;
import dev.trellis.adaptation.ReassessmentResult.TooEarly;
import dev.trellis.identity.People;
import dev.trellis.nutrition.ShownNumbers;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reviews of programs, every two weeks (domain 06): now, as they were, and what would have become without them. */
@ApplicationScoped
public class Reassessments {
    private final Database database;
    private final RunningPrograms programs;
    private final Reviewing reviewing;
    private final ControllerStateStore states;
    private final ShownNumbers numbers;
    private final People people;
    private final InstantSource clock;

    Reassessments(
            Database database,
            RunningPrograms programs,
            Reviewing reviewing,
            ControllerStateStore states,
            ShownNumbers numbers,
            People people,
            InstantSource clock) {
        this.database = database;
        this.programs = programs;
        this.reviewing = reviewing;
        this.states = states;
        this.numbers = numbers;
        this.people = people;
        this.clock = clock;
    }

    /** Reviews the active program: as soon as a review is due, or dry at any time. */
    public ReassessmentResult reassess(Actor actor, boolean dryRun) {
        return database.as(actor, tx -> {
            var program = programs.lock(tx, actor.userId()).orElse(null);
            if (program == null) {
                return new NoProgram();
            }
            var today = people.days(tx, actor.userId()).dayOf(clock.instant());
            if (dryRun) {
                return new Reviewed(reviewing.preview(tx, actor.userId(), program, today));
            }
            return today.isBefore(program.nextReassessmentDate())
                    ? new TooEarly(program.nextReassessmentDate())
                    : new Reviewed(reviewing.review(tx, actor.userId(), program, today));
        });
    }

    /** Reviews the program of somebody who is due; false when they no longer are. */
    boolean reassessDue(UUID userId) {
        return reassess(Actor.person(userId), false) instanceof Reviewed;
    }

    /** One's own reviews, the latest first. Whoever must not see numbers of food sees none of the past either. */
    public Page<ProgramReview> history(Actor actor, PageRequest page) {
        return database.as(actor, tx -> {
            boolean numbersShown = numbers.to(actor);
            var rows = states.days(tx, actor.userId(), page);
            var reviews = new ArrayList<Dated>();
            rows.forEach(row -> reviews.add(new Dated(
                    row.id(),
                    stored(
                            tx,
                            actor.userId(),
                            row.programId(),
                            row.reviewedOn(),
                            numbersShown && shown(tx, actor.userId(), row.programId())))));
            var cut = Page.of(reviews, page, review -> new Cursor(review.id()));
            return new Page<>(cut.items().stream().map(Dated::review).toList(), cut.nextCursor());
        });
    }

    /** A program that hides numbers of food hides those of its reviews. */
    private boolean shown(Handle tx, UUID userId, UUID programId) {
        return programs.find(tx, userId, programId)
                .map(RunningProgram::eating)
                .filter(RunningProgram.Eating::showNumbers)
                .isPresent();
    }

    private record Dated(UUID id, ProgramReview review) {}

    private ProgramReview stored(Handle tx, UUID userId, UUID programId, LocalDate day, boolean shown) {
        var calories = states.calories(tx, userId, programId).stream()
                .filter(one -> one.reviewedOn().equals(day))
                .filter(one -> one.inputs().verdict().foodNumbers() && shown)
                .findFirst();
        var volume = states.volume(tx, userId, programId).stream()
                .filter(one -> one.reviewedOn().equals(day))
                .findFirst();
        return new ProgramReview(
                programId,
                day,
                false,
                null,
                calories.map(one -> ReviewTexts.calories(
                                one.inputs(), one.state(), one.inputs().planChangeId(), one.status()))
                        .orElse(null),
                volume.map(one -> ReviewTexts.volume(one.inputs(), one.inputs().planChangeId(), one.status()))
                        .orElse(null),
                List.of());
    }

    /** The history of the active program once more, beside what no change would have been; nothing without a program. */
    public Optional<ReviewReplay> replay(Actor actor) {
        return database.as(
                actor,
                tx -> programs.active(tx, actor.userId())
                        .map(program -> ReviewReplay.of(
                                program.id(),
                                shown(tx, actor.userId(), program.id())
                                        ? states.calories(tx, actor.userId(), program.id())
                                        : List.of(),
                                states.volume(tx, actor.userId(), program.id()))));
    }
}
