package dev.trellis.adaptation;

import dev.trellis.adaptation.PlanProposal.Kind;
import dev.trellis.adaptation.PlanProposal.PlanDocument;
import dev.trellis.adaptation.PlanProposal.Source;
import dev.trellis.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What several low days in a row propose for the days ahead; always asked (domain 05.5). */
@ApplicationScoped
class DayProposals {
    private static final int BREAK_DAYS = 3;
    /** A break that was proposed so lately is not proposed again. */
    private static final int QUIET_DAYS = 14;

    private final PlanProposalStore store;
    private final LightWeeks lightWeeks;
    private final Events events;

    DayProposals(PlanProposalStore store, LightWeeks lightWeeks, Events events) {
        this.store = store;
        this.lightWeeks = lightWeeks;
        this.events = events;
    }

    /** A light week from tomorrow on. */
    Optional<UUID> earlyDeload(Handle tx, UUID userId, DaySituation situation) {
        return lightWeeks.propose(
                tx,
                userId,
                situation.program().id(),
                situation.day(),
                Source.DAILY,
                "%d low days in a row.".formatted(situation.history().lowDaysUpTo(situation.day())),
                terms(situation));
    }

    /** Three days of eating what keeps the weight. */
    Optional<UUID> breakInDeficit(Handle tx, UUID userId, DaySituation situation) {
        var food = situation.food();
        var program = situation.program().id();
        var from = situation.day().plusDays(1);
        if (food == null || store.proposedSince(tx, userId, program, Kind.DIET_BREAK, from.minusDays(QUIET_DAYS))) {
            return Optional.empty();
        }
        int maintenance = Math.max(food.maintenance(), food.floor());
        var sentence =
                "Three low days while eating less than you spend. Suggested: three days at %d kcal (%+d) from tomorrow on. You decide."
                        .formatted(maintenance, maintenance - food.kcal());
        var proposal = store.propose(
                tx,
                userId,
                program,
                Kind.DIET_BREAK,
                Source.DAILY,
                from,
                sentence,
                PlanDocument.kcal(food.kcal(), null),
                PlanDocument.kcal(maintenance, situation.day().plusDays(BREAK_DAYS)),
                terms(situation));
        events.publish(
                tx,
                new PlanChangeProposed(userId, proposal.id(), Kind.DIET_BREAK.wire(), Source.DAILY.wire(), sentence));
        return Optional.of(proposal.id());
    }

    private static Map<String, ?> terms(DaySituation situation) {
        return Map.of("low_days", situation.history().lowDaysUpTo(situation.day()), "day", situation.day());
    }
}
