package dev.trellis.messaging;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.programs.ProgramEnded;
import dev.trellis.programs.ProgramStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whoever has lived a program to its end is told so, and what comes next; who ended it themselves knows. */
@ApplicationScoped
class TellOfEndedProgram implements EventHandler<ProgramEnded> {
    private final NotificationStore notifications;

    TellOfEndedProgram(NotificationStore notifications) {
        this.notifications = notifications;
    }

    /** What the notification is about. */
    record About(UUID programId) {}

    @Override
    public String name() {
        return "tell_of_ended_program";
    }

    @Override
    public Class<ProgramEnded> event() {
        return ProgramEnded.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<ProgramEnded>> batch) {
        notifications.add(
                tx,
                "program_completed",
                batch.stream()
                        .filter(one -> one.event().status() == ProgramStatus.COMPLETED)
                        .map(one -> new NewNotification(
                                one.event().userId(),
                                one.eventId(),
                                one.occurredAt(),
                                "Your program is complete",
                                "You have come to the last day of your program. Nothing more is planned; make the next one"
                                        + " when you like, from the same answers or from new ones.",
                                new About(one.event().subjectId())))
                        .toList());
    }
}
