package dev.trellis.interventions;

import dev.trellis.events.Events;
import dev.trellis.interventions.recommendation.Propensity;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What comes after a period: its honest summary, and the person's own word on whether it helped. */
@ApplicationScoped
public class PeriodOutcomes {
    private final Database database;
    private final PeriodStore periods;
    private final SummaryStore summaries;
    private final FeedbackStore feedbacks;
    private final SafetyEvents safety;
    private final Events events;

    PeriodOutcomes(
            Database database,
            PeriodStore periods,
            SummaryStore summaries,
            FeedbackStore feedbacks,
            SafetyEvents safety,
            Events events) {
        this.database = database;
        this.periods = periods;
        this.summaries = summaries;
        this.feedbacks = feedbacks;
        this.safety = safety;
        this.events = events;
    }

    /** Whether there is a summary, and if not, why. */
    public sealed interface SummaryResult {
        /** Here it is. */
        record Found(CompletionSummary summary) implements SummaryResult {}

        /** The period is completed, the summary will be written with the next retry. */
        record BeingWritten() implements SummaryResult {}

        /** The period is not completed. */
        record NotCompleted(InterventionPeriod period) implements SummaryResult {}

        /** This person has no such period. */
        record UnknownPeriod() implements SummaryResult {}
    }

    /** What became of feedback. */
    public sealed interface FeedbackResult {
        /** It is kept, and counts from the next recommendation on. */
        record Kept(Feedback feedback, @Nullable SafetyNotice safety) implements FeedbackResult {}

        /** There is feedback on this period already. */
        record AlreadyGiven() implements FeedbackResult {}

        /** The period is not over. */
        record NotOver(InterventionPeriod period) implements FeedbackResult {}

        /** This person has no such period. */
        record UnknownPeriod() implements FeedbackResult {}
    }

    /** The summary of a completed period. */
    public SummaryResult summary(Actor actor, UUID periodId) {
        return database.as(actor, tx -> {
            var period = periods.find(tx, actor.userId(), periodId);
            if (period.isEmpty()) {
                return new SummaryResult.UnknownPeriod();
            }
            if (period.get().status() != PeriodStatus.COMPLETED) {
                return new SummaryResult.NotCompleted(period.get());
            }
            return summaries
                    .find(tx, actor.userId(), periodId)
                    .<SummaryResult>map(SummaryResult.Found::new)
                    .orElseGet(SummaryResult.BeingWritten::new);
        });
    }

    /** "Did it help?", once, after the period was completed or abandoned. */
    public FeedbackResult feedback(Actor actor, UUID periodId, Feedback feedback) {
        return database.as(actor, tx -> {
            var found = periods.find(tx, actor.userId(), periodId);
            if (found.isEmpty()) {
                return new FeedbackResult.UnknownPeriod();
            }
            var period = found.get();
            if (period.isOpen()) {
                return new FeedbackResult.NotOver(period);
            }
            if (!feedbacks.insert(tx, actor.userId(), periodId, feedback)) {
                return new FeedbackResult.AlreadyGiven();
            }
            events.publish(
                    tx,
                    new FeedbackGiven(
                            actor.userId(),
                            periodId,
                            period.interventionId(),
                            feedback.answer(),
                            weight(tx, actor.userId(), period)));
            return new FeedbackResult.Kept(feedback, safety.screened(tx, actor, "period_feedback", feedback.comment()));
        });
    }

    /** What was found by browsing was not chosen by the policy, so it counts once (domain file 08.5). */
    private static double weight(Handle tx, UUID userId, InterventionPeriod period) {
        return propensity(tx, userId, period).map(Propensity::weight).orElse(1.0);
    }

    private static Optional<Double> propensity(Handle tx, UUID userId, InterventionPeriod period) {
        if (period.recommendationId() == null || period.interventionId() == null) {
            return Optional.empty();
        }
        return tx.createQuery("""
                        select propensity from recommendation_items
                         where user_id = :user and recommendation_id = :recommendation
                           and intervention_id = :intervention
                        """)
                .bind("user", userId)
                .bind("recommendation", period.recommendationId())
                .bind("intervention", period.interventionId())
                .mapTo(Double.class)
                .findOne();
    }
}
