package dev.trellis.interventions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table {@code period_feedback}. */
@ApplicationScoped
class FeedbackStore {
    private record Row(UUID periodId, Feedback.Answer answer, String comment) {}

    /** Keeps it, unless there is feedback on the period already. */
    boolean insert(Handle tx, UUID userId, UUID periodId, Feedback feedback) {
        return tx.createUpdate("""
                                insert into period_feedback (user_id, period_id, answer, comment)
                                values (:user, :period, :answer, :comment)
                                    on conflict do nothing
                                """)
                        .bind("user", userId)
                        .bind("period", periodId)
                        .bind("answer", feedback.answer())
                        .bind("comment", feedback.comment())
                        .execute()
                == 1;
    }

    /** What was said of these periods, by period; those nothing was said of are absent. */
    Map<UUID, Feedback> ofPeriods(Handle tx, UUID userId, List<UUID> periodIds) {
        return tx
                .createQuery("""
                        select period_id, answer, comment
                          from period_feedback
                         where user_id = :user and period_id = any(:periods)
                        """)
                .bind("user", userId)
                .bindArray("periods", UUID.class, periodIds)
                .mapTo(Row.class)
                .stream()
                .collect(Collectors.toMap(Row::periodId, row -> new Feedback(row.answer(), row.comment())));
    }
}
