package dev.trellis.interventions;

import dev.trellis.assessment.Intakes;
import dev.trellis.interventions.recommendation.Intake;
import dev.trellis.interventions.recommendation.PersonFacts;
import dev.trellis.interventions.recommendation.Recommendation.Suggestions;
import dev.trellis.interventions.recommendation.Recommendation.SuspendedForSafety;
import dev.trellis.interventions.recommendation.Recommender;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.safety.SafetyCheckIn;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyHolds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * From an intake to what is offered for it. Choosing happens outside any transaction, because a configured model may
 * take its time; what was chosen is stored in one, so that what is learned later is held against what was shown.
 */
@ApplicationScoped
public class Recommendations {
    private final Database database;
    private final Intakes intakes;
    private final PersonsFacts facts;
    private final CatalogueIndex index;
    private final RecommendationStore store;
    private final SafetyHolds holds;
    private final SafetyCheckIn safety;
    private final SafetyEvents texts;
    private final InstantSource clock;

    Recommendations(
            Database database,
            Intakes intakes,
            PersonsFacts facts,
            CatalogueIndex index,
            RecommendationStore store,
            SafetyHolds holds,
            SafetyCheckIn safety,
            SafetyEvents texts,
            InstantSource clock) {
        this.database = database;
        this.intakes = intakes;
        this.facts = facts;
        this.index = index;
        this.store = store;
        this.holds = holds;
        this.safety = safety;
        this.texts = texts;
        this.clock = clock;
    }

    /** What would be offered; nothing has been shown or stored yet. */
    public record Proposal(RecommendationAnswer answer) {}

    private record Known(Intake intake, PersonFacts person, String disclaimer) {}

    /**
     * Chooses for an intake of one's own; nothing when there is no such intake. Not to be called inside a transaction.
     *
     * @param limit how many at most, 1 to 10
     */
    public Optional<Proposal> propose(Actor actor, UUID intakeId, int limit) {
        var known = database.as(actor, tx -> known(tx, actor.userId(), intakeId));
        return known.map(all -> new Proposal(chosen(intakeId, all, limit)));
    }

    /** Shows what was chosen: stores it, unless a hold has come up, and then only safety resources are shown. */
    public RecommendationAnswer show(Actor actor, Proposal proposal) {
        return database.as(actor, tx -> {
            if (proposal.answer().suspended()
                    || holds.current(tx, actor.userId()).isPresent()) {
                return suspended(tx, actor.userId(), proposal.answer().intakeId());
            }
            return store.add(tx, actor.userId(), proposal.answer(), clock.instant());
        });
    }

    /** What was shown last for an intake of one's own. */
    public Optional<RecommendationAnswer> latest(Actor actor, UUID intakeId) {
        return database.as(actor, tx -> {
            if (intakes.find(tx, actor.userId(), intakeId).isEmpty()) {
                return Optional.empty();
            }
            return holds.current(tx, actor.userId()).isPresent()
                    ? Optional.of(suspended(tx, actor.userId(), intakeId))
                    : store.latest(tx, actor.userId(), intakeId);
        });
    }

    private Optional<Known> known(Handle tx, UUID userId, UUID intakeId) {
        return intakes.find(tx, userId, intakeId)
                .map(intake -> new Known(asked(intake), facts.of(tx, userId), texts.footer(tx, userId)));
    }

    private RecommendationAnswer chosen(UUID intakeId, Known known, int limit) {
        var today = known.person().today();
        return switch (index.ask(
                catalogue -> Recommender.recommend(known.intake(), known.person(), catalogue, limit))) {
            case SuspendedForSafety ignored ->
                new RecommendationAnswer(
                        null, intakeId, today, true, null, null, null, List.of(), List.of(), known.disclaimer());
            case Suggestions suggestions ->
                new RecommendationAnswer(
                        null,
                        intakeId,
                        today,
                        false,
                        null,
                        suggestions.policy(),
                        suggestions.embedder(),
                        suggestions.ranked().stream().map(RecommendedItem::of).toList(),
                        suggestions.excluded().stream().map(ExcludedItem::of).toList(),
                        known.disclaimer());
        };
    }

    private RecommendationAnswer suspended(Handle tx, UUID userId, UUID intakeId) {
        return RecommendationAnswer.suspended(
                intakeId, facts.today(tx, userId), safety.state(tx, userId), texts.footer(tx, userId));
    }

    private static Intake asked(dev.trellis.assessment.Intake intake) {
        return new Intake(
                intake.goal(),
                intake.text(),
                Set.copyOf(intake.categories()),
                Set.copyOf(intake.blockedCategories()),
                optional(intake.sleepQuality()),
                optional(intake.stress()),
                intake.cyclePhase() == null ? null : intake.cyclePhase().wire(),
                optional(intake.maxDurationDays()),
                optional(intake.maxMinutesPerDay()),
                intake.wantsRepeats());
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
