package dev.trellis.adaptation;

import dev.trellis.adaptation.PlanProposal.Kind;
import dev.trellis.adaptation.PlanProposal.PlanDocument;
import dev.trellis.adaptation.PlanProposal.Source;
import dev.trellis.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What several low days in a row propose for the days ahead; always asked (domain 05.5). */
@ApplicationScoped
class DayProposals {
    private static final int LIGHT_DAYS = 7;
    private static final int BREAK_DAYS = 3;
    /** A light week, or a break, that was proposed so lately is not proposed again. */
    private static final int QUIET_DAYS = 14;

    private final PlanProposalStore store;
    private final Events events;

    DayProposals(PlanProposalStore store, Events events) {
        this.store = store;
        this.events = events;
    }

    /** A light week from tomorrow on; not when the week is light by plan. */
    Optional<UUID> earlyDeload(Handle tx, UUID userId, DaySituation situation) {
        boolean lightAlready =
                situation.sessions().stream().anyMatch(event -> event.session().light());
        if (lightAlready) {
            return Optional.empty();
        }
        int low = situation.history().lowDaysUpTo(situation.day());
        return propose(
                tx,
                userId,
                situation,
                Kind.DELOAD,
                "%d low days in a row. Suggested: a light week from tomorrow on, with half the sets, a tenth less load and two more reps in reserve. You decide."
                        .formatted(low),
                PlanDocument.until(null),
                PlanDocument.until(situation.day().plusDays(LIGHT_DAYS)));
    }

    /** Three days of eating what keeps the weight. */
    Optional<UUID> breakInDeficit(Handle tx, UUID userId, DaySituation situation) {
        var food = situation.food();
        if (food == null) {
            return Optional.empty();
        }
        int maintenance = Math.max(food.maintenance(), food.floor());
        return propose(
                tx,
                userId,
                situation,
                Kind.DIET_BREAK,
                "Three low days while eating less than you spend. Suggested: three days at %d kcal (%+d) from tomorrow on. You decide."
                        .formatted(maintenance, maintenance - food.kcal()),
                PlanDocument.kcal(food.kcal(), null),
                PlanDocument.kcal(maintenance, situation.day().plusDays(BREAK_DAYS)));
    }

    private Optional<UUID> propose(
            Handle tx,
            UUID userId,
            DaySituation situation,
            Kind kind,
            String sentence,
            PlanDocument before,
            PlanDocument after) {
        LocalDate from = situation.day().plusDays(1);
        var program = situation.program().id();
        if (store.proposedSince(tx, userId, program, kind, from.minusDays(QUIET_DAYS))) {
            return Optional.empty();
        }
        var terms = Map.of(
                "low_days", situation.history().lowDaysUpTo(situation.day()),
                "day", situation.day());
        var proposal = store.propose(tx, userId, program, kind, Source.DAILY, from, sentence, before, after, terms);
        events.publish(tx, new PlanChangeProposed(userId, proposal.id(), kind.wire(), Source.DAILY.wire(), sentence));
        return Optional.of(proposal.id());
    }
}
