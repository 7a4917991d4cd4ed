package dev.trellis.students;

import dev.trellis.safety.SafetyNotice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a step in a case ended. */
public sealed interface CaseChange {
    /** Done; with what to read first when the words gave reason to worry about the student. */
    record Done(StudentCase current, @Nullable SafetyNotice safety) implements CaseChange {
        Done(StudentCase current) {
            this(current, null);
        }
    }

    /** The case is in a state that does not allow it. */
    record WrongState(CaseStatus status) implements CaseChange {}

    /** Another trainer has the case; a lead can give it to somebody else. */
    record SomebodyElses() implements CaseChange {}

    /** The student has an open case in this course. */
    record AlreadyOpen(UUID caseId) implements CaseChange {}

    /** Whoever should get the case is not of the course's staff. */
    record NotStaff() implements CaseChange {}

    /** A day lies in the future, or before the case. */
    record NotPossibleDay() implements CaseChange {}

    /** There is no such case or student for this trainer. */
    record Unknown(String what) implements CaseChange {}
}
