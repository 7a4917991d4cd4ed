package dev.trellis.demo;

import dev.trellis.platform.Actor;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.TrellisClock;
import dev.trellis.students.CaseStatus;
import dev.trellis.students.CaseWork;
import dev.trellis.students.Course;
import dev.trellis.students.CourseItem;
import dev.trellis.students.Courses;
import dev.trellis.students.Enrollment;
import dev.trellis.students.Enrollments;
import dev.trellis.students.LearningEventKind;
import dev.trellis.students.LearningEvents;
import dev.trellis.students.NewLearningEvent;
import dev.trellis.students.OwnStudies;
import dev.trellis.students.RiskRuns;
import dev.trellis.students.StudentCase;
import dev.trellis.students.StudentCases;
import dev.trellis.students.risk.InterventionType;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Eight weeks of a course, week by week: what students did, what the rules made of it, and what its trainer did. */
@ApplicationScoped
class DemoCourse {
    static final String ZONE = "Europe/Berlin";

    /** Days before today on which the course began. */
    static final int DAYS = 56;

    private static final int WEEKS = 8;
    private static final int FIRST_EVALUATION = 2;
    private static final int SAM_IS_ASKED = 2;
    private static final int INES_IS_ASKED = 6;
    private static final int SAM_IS_BACK = 7;

    private final DemoRoster roster;
    private final Courses courses;
    private final Enrollments enrollments;
    private final LearningEvents events;
    private final RiskRuns runs;
    private final StudentCases cases;
    private final CaseWork work;
    private final OwnStudies own;

    DemoCourse(
            DemoRoster roster,
            Courses courses,
            Enrollments enrollments,
            LearningEvents events,
            RiskRuns runs,
            StudentCases cases,
            CaseWork work,
            OwnStudies own) {
        this.roster = roster;
        this.courses = courses;
        this.enrollments = enrollments;
        this.events = events;
        this.runs = runs;
        this.cases = cases;
        this.work = work;
        this.own = own;
    }

    /** Who acts in it. */
    record Cast(Actor registrar, Actor trainer, Actor lead, Actor student) {}

    void teach(Cast cast, Instant today) {
        var firstDay = LocalDate.ofInstant(today, ZoneId.of(ZONE)).minusDays(DAYS);
        roster.send(cast.registrar(), firstDay, firstDay.plusDays(2 * DAYS));
        var course = course(cast.registrar());
        courses.putItems(cast.registrar(), course, items(firstDay));
        enrollments.list(cast.registrar(), course, PageRequest.of(100, null)).items().stream()
                .map(Enrollment::id)
                .forEach(id ->
                        enrollments.assign(cast.registrar(), id, cast.trainer().userId()));
        var chance = new SplittableRandom(7);
        for (var week = 0; week < WEEKS; week++) {
            var monday = firstDay.plusDays(7L * week);
            var number = week;
            TrellisClock.<@Nullable Void>at(evening(monday.plusDays(6)), () -> {
                events.take(cast.registrar(), DemoRoster.SOURCE, week(monday, number, chance));
                if (number >= FIRST_EVALUATION) {
                    evaluate(cast, course);
                }
                follow(cast, number, course);
                return null;
            });
        }
    }

    private UUID course(Actor registrar) {
        return courses.list(registrar, PageRequest.of(100, null)).items().stream()
                .filter(course -> DemoRoster.COURSE.equals(course.sourceId()))
                .map(Course::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo's roster made no course"));
    }

    private static List<CourseItem> items(LocalDate firstDay) {
        var items = new ArrayList<CourseItem>();
        for (var week = 0; week < 2 * WEEKS; week++) {
            items.add(new CourseItem(
                    "sheet-" + week, "Sheet " + (week + 1), null, firstDay.plusDays(7L * week + 5), 0, null, 2, null));
        }
        return items;
    }

    private static List<NewLearningEvent> week(LocalDate monday, int week, RandomGenerator chance) {
        var batch = new ArrayList<NewLearningEvent>();
        for (var one : DemoStudent.ALL) {
            var here = !one.away().contains(week);
            for (var session = 1; session <= 2; session++) {
                var came = here && chance.nextDouble() < one.diligence();
                batch.add(event(
                        one,
                        LearningEventKind.ATTENDANCE,
                        monday.plusDays(session),
                        "s" + session,
                        null,
                        came ? 1 : 0));
                if (came) {
                    batch.add(event(one, LearningEventKind.VIEW, monday.plusDays(session), "v" + session, null, null));
                }
            }
            if (here && chance.nextDouble() < one.diligence()) {
                var grade = (int) Math.clamp(Math.round(one.grade() + chance.nextGaussian() * 6), 0, 100);
                batch.add(event(one, LearningEventKind.SUBMISSION, monday.plusDays(4), "h", "sheet-" + week, null));
                batch.add(event(one, LearningEventKind.GRADE, monday.plusDays(6), "g", "sheet-" + week, grade));
            }
        }
        return batch;
    }

    private static NewLearningEvent event(
            DemoStudent student,
            LearningEventKind kind,
            LocalDate day,
            String name,
            @Nullable String item,
            @Nullable Integer value) {
        return new NewLearningEvent(
                student.id() + "-" + day + "-" + name,
                kind,
                day.atTime(LocalTime.NOON).atZone(ZoneId.of(ZONE)).toInstant(),
                null,
                student.id(),
                null,
                DemoRoster.COURSE,
                item,
                value == null ? null : BigDecimal.valueOf(value).setScale(0, RoundingMode.UNNECESSARY),
                null,
                null,
                null);
    }

    private void evaluate(Cast cast, UUID course) {
        runs.request(cast.lead(), course);
        while (runs.workOff()) {
            // Until the one just asked for is done, too.
        }
    }

    /** What the trainer did that week, and what Sam had to say. */
    private void follow(Cast cast, int week, UUID course) {
        if (week == SAM_IS_ASKED) {
            cases(cast, DemoStudent.SAM, CaseStatus.PENDING).forEach(one -> {
                work.start(cast.trainer(), one.id());
                work.contact(cast.trainer(), one.id(), InterventionType.TRAINER_MESSAGE, true, null);
            });
            own.comment(
                    cast.student(),
                    course,
                    "I had to move house, and had no desk for two weeks. I am catching up with sheets 3 and 4.");
        }
        if (week == SAM_IS_BACK) {
            cases(cast, DemoStudent.SAM, CaseStatus.IN_PROGRESS)
                    .forEach(one -> work.resolve(
                            cast.trainer(), one.id(), "Moved house; back since, and has caught up with both sheets."));
        }
        if (week == INES_IS_ASKED) {
            cases(cast, "ines", CaseStatus.PENDING).forEach(one -> {
                work.start(cast.trainer(), one.id());
                work.contact(cast.trainer(), one.id(), InterventionType.TRAINER_MESSAGE, false, null);
            });
        }
        cases(cast, "max", CaseStatus.PENDING).forEach(one -> {
            work.start(cast.trainer(), one.id());
            work.contact(cast.trainer(), one.id(), InterventionType.ONE_TO_ONE_MEETING, true, null);
        });
    }

    private List<StudentCase> cases(Cast cast, String student, CaseStatus status) {
        var name = DemoStudent.ALL.stream()
                .filter(one -> one.id().equals(student))
                .map(one -> one.givenName() + " " + one.familyName())
                .findFirst()
                .orElseThrow();
        return cases.list(cast.trainer(), status, null, null, false, PageRequest.of(100, null)).items().stream()
                .filter(one -> one.studentName().equals(name))
                .toList();
    }

    private static Instant evening(LocalDate day) {
        return day.atTime(20, 0).atZone(ZoneId.of(ZONE)).toInstant();
    }
}
