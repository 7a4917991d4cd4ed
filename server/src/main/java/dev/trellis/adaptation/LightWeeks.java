package dev.trellis.adaptation;

import dev.trellis.adaptation.PlanProposal.Kind;
import dev.trellis.adaptation.PlanProposal.PlanDocument;
import dev.trellis.adaptation.PlanProposal.Source;
import dev.trellis.events.Events;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Proposes a light week before its time (domain 02.5): always asked, and not where one comes anyway or was proposed lately. */
@ApplicationScoped
class LightWeeks {
    private static final int DAYS = 7;
    /** One that was proposed so lately is not proposed again. */
    private static final int QUIET_DAYS = 14;

    private final PlanProposalStore store;
    private final Calendar calendar;
    private final Events events;

    LightWeeks(PlanProposalStore store, Calendar calendar, Events events) {
        this.store = store;
        this.calendar = calendar;
        this.events = events;
    }

    /** @param why a sentence */
    Optional<UUID> propose(
            Handle tx, UUID userId, UUID programId, LocalDate today, Source source, String why, Map<String, ?> terms) {
        var from = today.plusDays(1);
        boolean comesAnyway = calendar.between(tx, userId, today, today.plusDays(DAYS)).stream()
                .anyMatch(event -> event.kind() == CalendarEvent.Kind.SESSION
                        && event.session().light());
        if (comesAnyway || store.proposedSince(tx, userId, programId, Kind.DELOAD, from.minusDays(QUIET_DAYS))) {
            return Optional.empty();
        }
        var sentence = why
                + " Suggested: a light week from tomorrow on, with half the sets, a tenth less load and two more reps in"
                + " reserve. You decide.";
        var proposal = store.propose(
                tx,
                userId,
                programId,
                Kind.DELOAD,
                source,
                from,
                sentence,
                PlanDocument.until(null),
                PlanDocument.until(today.plusDays(DAYS)),
                terms);
        events.publish(tx, new PlanChangeProposed(userId, proposal.id(), Kind.DELOAD.wire(), source.wire(), sentence));
        return Optional.of(proposal.id());
    }
}
