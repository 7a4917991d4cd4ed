package dev.trellis.students;

import dev.trellis.events.Events;
import dev.trellis.students.Deadlines.CourseCalendar;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskFinding.Because;
import dev.trellis.students.risk.RiskLevel;
import dev.trellis.students.risk.RiskReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What an evaluation does to cases: one that is open is brought up to date; from moderate on, a missing one is opened. */
@ApplicationScoped
class CaseOpening {
    private final CaseWrites writes;
    private final Deadlines deadlines;
    private final Events events;
    private final InstantSource clock;

    CaseOpening(CaseWrites writes, Deadlines deadlines, Events events, InstantSource clock) {
        this.writes = writes;
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
    }

    /** A student in a course. */
    record Place(UUID studentId, UUID courseId) {}

    /** A case to be opened. */
    record NewCase(
            UUID studentId,
            UUID enrollmentId,
            UUID courseId,
            RiskLevel level,
            List<String> reasons,
            String note,
            InterventionType type) {
        Place place() {
            return new Place(studentId, courseId);
        }
    }

    /** A case that was opened. */
    record Opened(UUID id, UUID studentId, UUID courseId, String studentName) {
        Place place() {
            return new Place(studentId, courseId);
        }
    }

    /** Returns how many were opened. */
    int follow(Handle tx, List<Assessment> assessments) {
        var now = clock.instant();
        var updates = assessments.stream().map(CaseOpening::asCase).toList();
        var calendars = deadlines.of(
                tx, assessments.stream().map(Assessment::courseId).distinct().toList());
        var updated = new HashSet<>(writes.update(tx, updates, calendars));
        var wanted = updates.stream()
                .filter(one -> one.level().isAbove(RiskLevel.LOW) && !updated.contains(one.place()))
                .toList();
        return open(tx, wanted, calendars, writes.openUnlessSettled(tx, wanted, now));
    }

    /** Gives those that were opened a deadline and, if there is room, a trainer; and tells of it. */
    private int open(Handle tx, List<NewCase> wanted, Map<UUID, CourseCalendar> calendars, List<Opened> opened) {
        if (!opened.isEmpty()) {
            route(tx, opened, begin(tx, wanted, calendars, opened), calendars);
        }
        return opened.size();
    }

    /** Gives those that were opened a deadline, and tells of it. */
    Map<Place, NewCase> begin(
            Handle tx, List<NewCase> wanted, Map<UUID, CourseCalendar> calendars, List<Opened> opened) {
        var byPlace = new HashMap<Place, NewCase>();
        wanted.forEach(one -> byPlace.put(one.place(), one));
        writes.addFollowUps(
                tx, opened, one -> calendar(calendars, one).due(of(byPlace, one).level()));
        events.publishAll(
                tx,
                opened.stream()
                        .map(one -> new CaseOpened(
                                one.studentId(),
                                one.id(),
                                one.courseId(),
                                of(byPlace, one).level(),
                                of(byPlace, one).reasons()))
                        .toList());
        return byPlace;
    }

    private void route(
            Handle tx, List<Opened> opened, Map<Place, NewCase> byPlace, Map<UUID, CourseCalendar> calendars) {
        var routing = new Routing(writes.staff(
                tx, opened.stream().map(Opened::courseId).distinct().toList()));
        var trainers = writes.trainersOf(tx, opened);
        var given = new HashMap<Opened, UUID>();
        opened.stream()
                .sorted((one, other) ->
                        of(byPlace, other).level().compareTo(of(byPlace, one).level()))
                .forEach(one -> routing.choose(
                                one.courseId(),
                                of(byPlace, one).type().wire(),
                                Objects.requireNonNullElse(trainers.get(one.place()), Set.of()))
                        .ifPresent(trainer -> given.put(one, trainer)));
        writes.assign(tx, given, clock.instant());
        events.publishAll(
                tx,
                given.entrySet().stream()
                        .map(entry -> new CaseAssigned(
                                entry.getKey().studentId(),
                                entry.getKey().id(),
                                entry.getKey().courseId(),
                                calendar(calendars, entry.getKey()).title(),
                                entry.getKey().studentName(),
                                entry.getValue(),
                                calendar(calendars, entry.getKey())
                                        .due(of(byPlace, entry.getKey()).level())))
                        .toList());
    }

    private static NewCase asCase(Assessment assessment) {
        var finding = assessment.finding();
        var reasons = finding.reasons().stream().map(Because::code).toList();
        return new NewCase(
                assessment.studentId(),
                assessment.measured().enrollmentId(),
                assessment.courseId(),
                assessment.level(),
                reasons.stream().map(RiskReason::name).toList(),
                assessment.measured().day() + ": " + assessment.level().wire()
                        + (reasons.isEmpty() ? "" : "; " + ReasonText.list(finding.reasons())),
                InterventionType.suggestedBy(reasons));
    }

    private static NewCase of(Map<Place, NewCase> byPlace, Opened opened) {
        return Objects.requireNonNull(byPlace.get(opened.place()));
    }

    private static CourseCalendar calendar(Map<UUID, CourseCalendar> calendars, Opened opened) {
        return Objects.requireNonNull(calendars.get(opened.courseId()));
    }
}
