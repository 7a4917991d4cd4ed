package dev.trellis.tracking;

import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which activity belongs to which planned session: read and written by whoever knows the plan. */
@ApplicationScoped
public class ActivityLinks {
    private final ActivityStore store;

    ActivityLinks(ActivityStore store) {
        this.store = store;
    }

    /**
     * What an activity was matched to.
     *
     * @param sessionId null when it belongs to nothing that was planned
     * @param score how close it is, 0 to 1; null with it
     */
    public record ActivityLink(
            UUID activityId,
            @Nullable UUID sessionId,
            @Nullable BigDecimal score) {}

    /** Activities of these days, both included, and those of these ids whenever they were; the earliest first. */
    public List<Activity> around(Handle tx, UUID userId, LocalDate from, LocalDate to, Collection<UUID> besides) {
        return store.around(tx, userId, from, to, besides);
    }

    /** The activity, when the person has it. */
    public Optional<Activity> find(Handle tx, UUID userId, UUID id) {
        return store.find(tx, userId, id);
    }

    /** Writes down what activities belong to. */
    public void write(Handle tx, UUID userId, List<ActivityLink> links) {
        Together.write(tx.createUpdate("""
                        update activities a
                           set planned_session_instance_id = l.session_id, similarity_score = l.score
                          from unnest(:ids::uuid[], :sessions::uuid[], :scores::numeric[]) as l (id, session_id, score)
                         where a.user_id = :user and a.id = l.id
                        """)
                .bind("user", userId)
                .bindArray(
                        "ids",
                        UUID.class,
                        links.stream().map(ActivityLink::activityId).toList())
                .bindArray(
                        "sessions",
                        UUID.class,
                        links.stream().map(ActivityLink::sessionId).toArray())
                .bindArray(
                        "scores",
                        BigDecimal.class,
                        links.stream().map(ActivityLink::score).toArray()));
    }
}
