package dev.trellis.messaging;

import dev.trellis.programs.ProgramEnded;
import dev.trellis.programs.ProgramStatus;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;

/** Whoever has lived a program to its end is told so, and what comes next; who ended it themselves knows. */
@Singleton
class TellOfEndedProgram extends Telling<ProgramEnded> {
    TellOfEndedProgram(NotificationStore notifications) {
        super("tell_of_ended_program", ProgramEnded.class, "program_completed", notifications);
    }

    /** What the notification is about. */
    record About(UUID programId) {}

    @Override
    Stream<Words> of(ProgramEnded event) {
        return event.status() == ProgramStatus.COMPLETED
                ? Stream.of(new Words(
                        event.userId(),
                        "Your program is complete",
                        "You have come to the last day of your program. Nothing more is planned; make the next one"
                                + " when you like, from the same answers or from new ones.",
                        new About(event.subjectId())))
                : Stream.empty();
    }
}
