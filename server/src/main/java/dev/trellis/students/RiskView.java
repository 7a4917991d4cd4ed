package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.students.risk.RiskIndicators;
import dev.trellis.students.risk.RiskLevel;
import dev.trellis.students.risk.RiskReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people see of risk: levels, reasons with their values and dates; never points as if they were a truth. */
public final class RiskView {
    private RiskView() {}

    /** A reason, the value behind it, and both in words. */
    public record Reason(RiskReason code, double value, String text) {}

    /** What was said at the end of one day. */
    public record Evaluation(LocalDate assessedOn, RiskLevel level, RiskLevel foundLevel, List<String> reasons) {}

    /** What a student had to say. */
    public record Comment(UUID id, String text, Instant createdAt) {}

    /** What worried a trainer. */
    public record Concern(UUID id, @Nullable UUID raisedBy, LocalDate day, String reason) {}

    /**
     * One student in one course.
     *
     * @param automatedScoring false when the student opted out: then there is no level, only what trainers raised
     * @param level absent while there is too little data; never before 14 days
     * @param foundLevel what the last evaluation found, before two in a row lower what is shown
     * @param ruleSet the version of the rules it was made by
     * @param indicators every value that was looked at; null where there is too little data
     * @param history earlier evaluations, newest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CourseRisk(
            UUID courseId,
            String courseTitle,
            UUID enrollmentId,
            boolean automatedScoring,
            @Nullable RiskLevel level,
            @Nullable RiskLevel foundLevel,
            @Nullable LocalDate assessedOn,
            @Nullable String ruleSet,
            List<Reason> reasons,
            @Nullable RiskIndicators indicators,
            List<Evaluation> history,
            List<Concern> concerns,
            List<Comment> comments) {}

    /** A student in each of the courses in which the reader may see them. */
    public record StudentRisk(UUID studentId, String studentName, List<CourseRisk> items) {}

    /**
     * A past day worked out anew from what was known then.
     *
     * @param stored what was said on that day, when an evaluation was made
     * @param sameAsStored true when both agree on level and reasons
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reproduction(
            UUID courseId,
            LocalDate day,
            Instant knownUntil,
            String ruleSet,
            @Nullable RiskLevel foundLevel,
            List<Reason> reasons,
            RiskIndicators indicators,
            @Nullable Evaluation stored,
            @Nullable Boolean sameAsStored) {}

    /** One line of the list of students who may need support. */
    public record AtRisk(
            UUID studentId,
            String studentName,
            UUID courseId,
            String courseTitle,
            UUID enrollmentId,
            RiskLevel level,
            LocalDate assessedOn,
            List<Reason> reasons,
            @Nullable UUID openCaseId) {}
}
