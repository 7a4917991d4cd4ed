package dev.trellis.programs.web;

import dev.trellis.assessment.ConsultationCompletion;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Answer;
import dev.trellis.programs.GenerationResult;
import dev.trellis.programs.ProgramNote;
import java.util.stream.Collectors;

/** What is answered to a generation, whichever way it was asked for. */
final class GenerationAnswers {
    private GenerationAnswers() {}

    static Answer of(GenerationResult result) {
        return switch (result) {
            case GenerationResult.Generated(var id, var bundle) ->
                Answer.created("/programs/" + id, BundleView.of(id, bundle));
            case GenerationResult.Previewed(var bundle) -> Answer.ok(BundleView.of(null, bundle));
            case GenerationResult.NothingTold() ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "There is no completed consultation yet, and a program is made from one. Begin it at /consultations.");
            case GenerationResult.OnHold() ->
                throw new ProblemException(
                        ProblemType.SAFETY_HOLD, "Programs wait until you have said that you are safe: see /safety.");
            case GenerationResult.ImpossibleStart(var why) -> throw ProblemException.invalid("/start_date", why);
            case GenerationResult.GenerationRefused(var reasons) ->
                throw new ProblemException(
                        ProblemType.PROGRAM_REFUSED,
                        reasons.stream().map(ProgramNote::text).collect(Collectors.joining(" ")),
                        reasons.stream()
                                .map(reason -> new FieldError("/" + reason.kind(), reason.text()))
                                .toList());
            case GenerationResult.NotCompleted(var why) -> throw refusal(why);
        };
    }

    private static ProblemException refusal(ConsultationCompletion why) {
        return switch (why) {
            case ConsultationCompletion.Unknown() -> ProblemException.notFound("consultation");
            case ConsultationCompletion.AlreadyCompleted() ->
                new ProblemException(
                        ProblemType.ALREADY_COMPLETED,
                        "This consultation is completed. POST /programs/generate makes another program from the latest one.");
            case ConsultationCompletion.Incomplete(var missing) ->
                new ProblemException(
                        ProblemType.WRONG_STATE,
                        "This consultation is open: these sections still need answers: "
                                + missing.stream()
                                        .map(section -> section.wire())
                                        .collect(Collectors.joining(", ")) + ".",
                        missing.stream()
                                .map(section -> new FieldError("/sections/" + section.wire(), "Not answered yet."))
                                .toList());
            case ConsultationCompletion.Completed completed ->
                throw new IllegalStateException("a completed consultation is no refusal");
        };
    }
}
