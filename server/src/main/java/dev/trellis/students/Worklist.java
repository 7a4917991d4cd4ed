package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.trellis.events.AuditLog;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Json;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.students.RiskView.Reason;
import dev.trellis.students.WorklistReads.OpenRow;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskIndicators;
import dev.trellis.students.risk.RiskLevel;
import dev.trellis.students.risk.RiskRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trainer's queue: what is due first, why, what was tried, what to try next; and who is back on track. */
@ApplicationScoped
public class Worklist {
    private static final int GOING_WELL = 20;

    private final Database database;
    private final WorklistReads reads;
    private final AuditLog audit;
    private final Json json;
    private final InstantSource clock;

    Worklist(Database database, WorklistReads reads, AuditLog audit, Json json, InstantSource clock) {
        this.database = database;
        this.reads = reads;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Why a case is on the list. */
    public enum Because {
        /** It is mine. */
        MINE,
        /** Nobody has it, and I lead the course. */
        UNASSIGNED,
        /** Nobody began with it in time, and I lead the course. */
        ESCALATED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An open case.
     *
     * @param overdue true when it was due before the course's today and nobody has begun
     * @param reasons those of the last evaluation, with their values
     * @param tried what was tried, oldest first; a type that did not reach the student is marked
     * @param nextStep what to try next
     * @param firstWords how a first message may begin: it asks, and does not accuse
     */
    public record Item(
            UUID caseId,
            Because because,
            UUID studentId,
            String studentName,
            UUID courseId,
            String courseTitle,
            RiskLevel level,
            CaseStatus status,
            LocalDate dueOn,
            boolean overdue,
            @Nullable UUID assignedTrainerId,
            List<Reason> reasons,
            List<String> tried,
            InterventionType nextStep,
            String firstWords) {}

    /** A student whose level fell within 14 days. */
    public record GoingWell(
            UUID studentId, String studentName, UUID courseId, String courseTitle, RiskLevel level, LocalDate since) {}

    /** A page of the queue, and the good news beside it. */
    public record View(Page<Item> due, List<GoingWell> goingWell) {}

    /** What a trainer of a course has to do. */
    public record Load(
            UUID trainerId,
            String name,
            UUID courseId,
            String courseTitle,
            StaffMember.Position role,
            int capacity,
            int students,
            int openCases,
            int notBegun,
            int overdue,
            int resolvedIn28Days) {}

    private record Shown(int shown) {}

    /** The queue of a trainer. */
    public View of(Actor trainer, PageRequest page) {
        return database.as(trainer, tx -> {
            var rows = Page.of(
                    reads.open(tx, page, clock.instant()),
                    page,
                    row -> new Cursor(row.caseId(), row.dueOn().toString().replace('-', '_')));
            var goingWell = reads.goingWell(tx, clock.instant(), GOING_WELL);
            var shown = new LinkedHashSet<UUID>();
            rows.items().forEach(row -> shown.add(row.studentId()));
            goingWell.forEach(one -> shown.add(one.studentId()));
            audit.recordEach(tx, trainer, "student.worklist_read", shown, new Shown(shown.size()));
            return new View(new Page<>(rows.items().stream().map(this::item).toList(), rows.nextCursor()), goingWell);
        });
    }

    /** The trainers of the courses this one leads, those with most to do first. No student is named. */
    public List<Load> load(Actor lead) {
        return database.as(lead, tx -> reads.load(tx, clock.instant()));
    }

    private Item item(OpenRow row) {
        var reasons = row.indicators() == null
                ? List.<Reason>of()
                : RiskRules.assess(
                                json.read(row.indicators(), RiskIndicators.class),
                                row.passMark().doubleValue())
                        .map(finding -> StudentRisks.reasons(finding.reasons()))
                        .orElse(List.of());
        return new Item(
                row.caseId(),
                row.because(),
                row.studentId(),
                row.studentName(),
                row.courseId(),
                row.courseTitle(),
                row.riskLevel(),
                row.status(),
                row.dueOn(),
                row.overdue(),
                row.assignedTrainerId(),
                reasons,
                row.tried(),
                NextSteps.of(row.lastTried(), row.interventionType(), row.riskReasons()),
                NextSteps.firstWords(row.courseTitle(), reasons));
    }
}
