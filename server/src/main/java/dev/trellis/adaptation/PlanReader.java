package dev.trellis.adaptation;

import dev.trellis.adaptation.change.Plan;
import dev.trellis.adaptation.change.PlanLimits;
import dev.trellis.adaptation.change.PlanLimits.Eating;
import dev.trellis.adaptation.change.PlanLimits.Training;
import dev.trellis.adaptation.matching.AdherenceStatus;
import dev.trellis.identity.People;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.Programs;
import dev.trellis.programs.StoredProgram;
import dev.trellis.programs.menu.Diner;
import dev.trellis.programs.menu.Foods;
import dev.trellis.programs.training.Eligibility;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.TrainingProfile;
import dev.trellis.tracking.ActivityLinks;
import dev.trellis.tracking.ActivityType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what a change by hand needs to know: the weeks concerned, what is done of them, and the limits that hold. */
@ApplicationScoped
class PlanReader {
    private static final int WEEKS_BEFORE = 2;
    private static final int DAYS_OF_RUNS = 30;
    /** What somebody who starts runs first, minutes (domain 02.6). */
    private static final double FIRST_RUN = 24;

    private final Programs programs;
    private final Calendar calendar;
    private final AdherenceStore records;
    private final ActivityLinks activities;
    private final People people;
    private final InstantSource clock;
    private final Exercises exercises = Exercises.shipped();
    private final Foods foods = Foods.shipped();

    PlanReader(
            Programs programs,
            Calendar calendar,
            AdherenceStore records,
            ActivityLinks activities,
            People people,
            InstantSource clock) {
        this.programs = programs;
        this.calendar = calendar;
        this.records = records;
        this.activities = activities;
        this.people = people;
        this.clock = clock;
    }

    /** The active program, whole. */
    Optional<StoredProgram> program(Handle tx, UUID userId) {
        return programs.active(tx, userId).flatMap(program -> programs.find(tx, userId, program.id()));
    }

    LocalDate today(Handle tx, UUID userId) {
        return people.days(tx, userId).dayOf(clock.instant());
    }

    /** The weeks from one day to another, with those before that they grow from; nobody else changes them meanwhile. */
    Plan plan(Handle tx, UUID userId, StoredProgram program, LocalDate from, LocalDate to) {
        var first = monday(from).minusWeeks(WEEKS_BEFORE);
        // A day more, for what may stack with the last.
        var last = monday(to).plusWeeks(1).plusDays(1);
        var entries = calendar.lockBetween(tx, userId, first, last).stream()
                .filter(entry -> entry.programId().equals(program.id()))
                .toList();
        var ids = entries.stream().map(CalendarEvent::itemId).toList();
        return new Plan(entries, done(tx, userId, ids), limits(tx, userId, program));
    }

    private Set<UUID> done(Handle tx, UUID userId, List<UUID> items) {
        return records.of(tx, userId, items).stream()
                .filter(record -> record.marked() || isDone(record.status()))
                .map(AdherenceRecord::itemId)
                .collect(Collectors.toSet());
    }

    private static boolean isDone(AdherenceStatus status) {
        return switch (status) {
            case COMPLETED, SIMILAR, PARTIAL -> true;
            case SKIPPED, UNKNOWN -> false;
        };
    }

    private PlanLimits limits(Handle tx, UUID userId, StoredProgram program) {
        var request = program.inputs().request();
        var today = today(tx, userId);
        return new PlanLimits(
                today,
                program.summary().startDate(),
                program.summary().endDate().minusDays(1),
                new Training(
                        eligibility(request.training()),
                        program.training().range(),
                        request.training().minutes(),
                        request.training().oneRepMax(),
                        longestRun(tx, userId, request.training(), today)),
                eating(program),
                exercises,
                foods);
    }

    /** What is only disliked may be asked for. */
    private static Eligibility eligibility(TrainingProfile profile) {
        return new Eligibility(profile.equipment(), profile.injuries(), profile.conditions(), Set.of());
    }

    private static @Nullable Eating eating(StoredProgram program) {
        var targets = program.nutrition().targets();
        if (targets == null) {
            return null;
        }
        var diner = program.inputs().request().diner();
        return new Eating(
                new Diner(diner.diet(), diner.allergens(), diner.noPork(), Set.of(), diner.liked(), diner.owned()),
                targets.calories().floor(),
                targets.macros().proteinFloor(),
                program.nutrition().showNumbers());
    }

    /** As it was logged; what was told before the program where nothing was. */
    private double longestRun(Handle tx, UUID userId, TrainingProfile profile, LocalDate today) {
        return activities.around(tx, userId, today.minusDays(DAYS_OF_RUNS), today, Set.of()).stream()
                .filter(activity ->
                        activity.type() == ActivityType.RUN || activity.type() == ActivityType.TREADMILL_RUN)
                .mapToDouble(activity -> activity.durationS() / 60.0)
                .max()
                .orElse(Math.max(FIRST_RUN, profile.running().longestMinutes()));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
