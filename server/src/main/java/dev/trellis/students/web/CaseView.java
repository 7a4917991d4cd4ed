package dev.trellis.students.web;

import dev.trellis.platform.web.pages.Option;
import dev.trellis.students.CaseStatus;
import dev.trellis.students.RiskView.Comment;
import dev.trellis.students.RiskView.Concern;
import dev.trellis.students.RiskView.Reason;
import dev.trellis.students.StudentCase;
import dev.trellis.students.risk.InterventionType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its page shows it.
 *
 * @param assignee who has it, by name; empty when nobody does
 * @param mine whether whoever looks has it, or leads the course, or nobody has it: then they can work on it
 * @param assessedOn when reasons were last worked out; absent without an evaluation
 * @param pastReasons the reasons the case was opened for, when there are no current ones
 * @param trainers to whom it can be given
 */
public record CaseView(
        StudentCase current,
        String assignee,
        boolean mine,
        boolean leads,
        List<Reason> reasons,
        @Nullable LocalDate assessedOn,
        String pastReasons,
        List<Tried> tried,
        InterventionType nextStep,
        String firstWords,
        List<Comment> comments,
        List<Concern> concerns,
        List<CaseLines.Line> history,
        List<Option> trainers,
        boolean overdue) {
    /** An attempt to help. */
    public record Tried(StudentCase.Contact contact, String by) {}

    /** Where the case is. */
    public String address() {
        return CasePages.ADDRESS + "/" + current.id();
    }

    /** Whether there is something to do. */
    public boolean isOpen() {
        return current.status().isOpen();
    }

    /** Whether nobody has begun. */
    public boolean isPending() {
        return current.status() == CaseStatus.PENDING;
    }

    /** What can be tried. */
    public List<Option> types() {
        return StudentChoices.TYPES;
    }

    /** Why it may need nothing. */
    public List<Option> dismissals() {
        return StudentChoices.DISMISSALS;
    }

    /** Whether the student answered. */
    public List<Option> reached() {
        return StudentChoices.REACHED;
    }
}
