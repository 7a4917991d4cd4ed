package dev.trellis.students;

import dev.trellis.events.AuditLog;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Json;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Role;
import dev.trellis.students.IndicatorReader.CourseDay;
import dev.trellis.students.IndicatorReader.Which;
import dev.trellis.students.RiskView.AtRisk;
import dev.trellis.students.RiskView.Reason;
import dev.trellis.students.RiskView.Reproduction;
import dev.trellis.students.RiskView.StudentRisk;
import dev.trellis.students.risk.RiskFinding.Because;
import dev.trellis.students.risk.RiskIndicators;
import dev.trellis.students.risk.RiskLevel;
import dev.trellis.students.risk.RiskRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much support students seem to need, and why: to themselves, to the trainers who work with them, to the leads of
 * their courses. Row-level security decides who sees whom; every look of somebody else is in the student's audit log.
 */
@ApplicationScoped
public class StudentRisks {
    private final Database database;
    private final RiskReads reads;
    private final IndicatorReader reader;
    private final AuditLog audit;
    private final Json json;

    StudentRisks(Database database, RiskReads reads, IndicatorReader reader, AuditLog audit, Json json) {
        this.database = database;
        this.reads = reads;
        this.reader = reader;
        this.audit = audit;
        this.json = json;
    }

    private record Shown(int shown) {}

    private record ShownDay(LocalDate day) {}

    /** The students of a trainer who may need support, those who need it most first. */
    public Page<AtRisk> atRisk(Actor trainer, @Nullable UUID courseId, @Nullable RiskLevel atLeast, PageRequest page) {
        return database.as(trainer, tx -> {
            var rows = Page.of(
                    reads.atRisk(tx, courseId, atLeast == null ? RiskLevel.MODERATE : atLeast, page),
                    page,
                    row -> new Cursor(row.enrollmentId(), Integer.toString(row.weight())));
            audit.recordEach(
                    tx,
                    trainer,
                    "student.risk_listed",
                    rows.items().stream().map(RiskReads.AtRiskRow::studentId).toList(),
                    new Shown(rows.items().size()));
            return new Page<>(rows.items().stream().map(this::line).toList(), rows.nextCursor());
        });
    }

    /** How many students in courses are at a level; without a level, those with too little data or who opted out. */
    public record LevelCount(@Nullable RiskLevel level, int students) {}

    /** How the students of the courses a lead answers for stand, the highest level first. Nobody is named. */
    public List<LevelCount> levels(Actor lead, @Nullable UUID courseId) {
        return database.as(lead, tx -> reads.levels(tx, courseId));
    }

    /** One student, to themselves or to a trainer; nothing when the reader may not see them. */
    public Optional<StudentRisk> of(Actor reader, UUID studentId) {
        return database.as(reader, tx -> {
            var courses = reads.courses(tx, studentId);
            if (courses.isEmpty()) {
                return Optional.empty();
            }
            if (reader.role() == Role.TRAINER) {
                audit.record(tx, reader, "student.risk_read", studentId, new Shown(courses.size()));
            }
            return Optional.of(new StudentRisk(
                    studentId,
                    courses.getFirst().studentName(),
                    courses.stream()
                            .map(course -> reads.courseRisk(
                                    tx, course, indicators(course.indicators()), reasons(course.indicators(), course)))
                            .toList()));
        });
    }

    /** What a past day gives from what was known then; nothing when the reader may not see the student in the course. */
    public Optional<Reproduction> reproduce(Actor reader, UUID studentId, UUID courseId, LocalDate day) {
        var course = database.as(reader, tx -> {
            var seen = reads.courses(tx, studentId).stream()
                    .filter(one -> one.courseId().equals(courseId))
                    .findFirst();
            if (seen.isPresent() && reader.role() == Role.TRAINER) {
                audit.record(tx, reader, "student.risk_reproduced", studentId, new ShownDay(day));
            }
            return seen;
        });
        return course.flatMap(one -> reproduce(one, studentId, day));
    }

    /** As a job, for the others of the course are compared with, whom the reader may not see. */
    private Optional<Reproduction> reproduce(RiskReads.CourseRow course, UUID studentId, LocalDate day) {
        return database.asJob(tx -> {
            var stored = reads.stored(tx, studentId, course.enrollmentId(), day);
            var known = stored.map(RiskReads.StoredRow::knownUntil)
                    .orElseGet(() -> day.plusDays(1)
                            .atStartOfDay(ZoneId.of(course.timeZone()))
                            .toInstant());
            return reader.read(tx, List.of(new CourseDay(course.courseId(), day)), known, Which.ALL, studentId).stream()
                    .findFirst()
                    .map(measured -> reproduction(course, day, known, measured, stored));
        });
    }

    private static Reproduction reproduction(
            RiskReads.CourseRow course,
            LocalDate day,
            Instant known,
            IndicatorReader.Measured measured,
            Optional<RiskReads.StoredRow> stored) {
        var indicators = measured.indicators();
        var finding = RiskRules.assess(indicators, measured.passMark().doubleValue());
        var codes = finding.map(found -> found.codes()).orElse(List.of());
        return new Reproduction(
                course.courseId(),
                day,
                known,
                RiskRules.VERSION,
                finding.map(found -> found.level()).orElse(null),
                finding.map(found -> reasons(found.reasons())).orElse(List.of()),
                indicators,
                stored.map(RiskReads.StoredRow::evaluation).orElse(null),
                stored.map(row -> finding.filter(found -> found.level() == row.foundLevel())
                                        .isPresent()
                                && codes.equals(row.reasons()))
                        .orElse(null));
    }

    private AtRisk line(RiskReads.AtRiskRow row) {
        return new AtRisk(
                row.studentId(),
                row.studentName(),
                row.courseId(),
                row.courseTitle(),
                row.enrollmentId(),
                row.level(),
                row.assessedOn(),
                reasons(row.indicators(), row.passMark()),
                row.openCaseId());
    }

    private List<Reason> reasons(@Nullable String indicators, RiskReads.CourseRow course) {
        return indicators == null ? List.of() : reasons(indicators, course.passMark());
    }

    private List<Reason> reasons(String indicators, BigDecimal passMark) {
        return RiskRules.assess(json.read(indicators, RiskIndicators.class), passMark.doubleValue())
                .map(finding -> reasons(finding.reasons()))
                .orElse(List.of());
    }

    static List<Reason> reasons(List<Because> because) {
        return because.stream()
                .map(one -> new Reason(one.code(), one.value(), ReasonText.of(one.code(), one.value())))
                .toList();
    }

    private @Nullable RiskIndicators indicators(@Nullable String indicators) {
        return indicators == null ? null : json.read(indicators, RiskIndicators.class);
    }
}
