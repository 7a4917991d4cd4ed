package dev.trellis.messaging;

import dev.trellis.students.CaseAssigned;
import dev.trellis.students.CaseClosed;
import dev.trellis.students.CaseEscalated;
import dev.trellis.students.StudentImproved;

/** What trainers and students read of a case: plain, without verdicts, and to the student without numbers. */
final class CaseText {
    private CaseText() {}

    static String forTrainer(CaseAssigned assigned) {
        return assigned.studentName() + " in " + assigned.courseTitle() + " may need support. Please make contact by "
                + assigned.dueOn() + "; the worklist says why.";
    }

    static String forStudent(CaseAssigned assigned) {
        return "Somebody from " + assigned.courseTitle() + " would like to hear how it is going and may get in touch."
                + " Under My studies you can see why, and who looked at it.";
    }

    static String forStudent(CaseClosed closed) {
        return "The people of " + closed.courseTitle() + " have finished what they wanted to talk over with you."
                + " If anything is still in the way, tell them.";
    }

    static String forLead(CaseEscalated escalated) {
        return "Nobody has begun with the case of " + escalated.studentName() + " in " + escalated.courseTitle()
                + ", and it was due. Please give it to somebody who has time.";
    }

    static String forStudent(StudentImproved improved) {
        return "Your last weeks look better than the ones before ("
                + improved.before().wire() + " to " + improved.now().wire() + "). Keep going.";
    }
}
