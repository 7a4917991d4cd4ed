package dev.trellis.students.web;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.students.CaseChange;

/** What a step in a case answers: the case, or why it was not taken. */
final class CaseAnswers {
    private CaseAnswers() {}

    static CaseChange.Done done(CaseChange change) {
        return switch (change) {
            case CaseChange.Done done -> done;
            case CaseChange.WrongState(var status) ->
                throw new ProblemException(ProblemType.WRONG_STATE, "The case is " + status.wire() + ".");
            case CaseChange.SomebodyElses() ->
                throw new ProblemException(
                        ProblemType.NOT_ALLOWED,
                        "Another trainer has this case; a lead of the course can give it to you.");
            case CaseChange.AlreadyOpen(var id) ->
                throw new ProblemException(
                        ProblemType.ALREADY_EXISTS, "The student has an open case in this course: " + id + ".");
            case CaseChange.NotStaff() ->
                throw ProblemException.invalid("/trainer_id", "The trainer is not of this course's staff.");
            case CaseChange.NotPossibleDay() ->
                throw ProblemException.invalid(
                        "/day", "The day is not before the case was opened, and not after today.");
            case CaseChange.Unknown(var what) -> throw ProblemException.notFound(what);
        };
    }
}
