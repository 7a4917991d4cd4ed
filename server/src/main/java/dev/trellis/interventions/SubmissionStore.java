package dev.trellis.interventions;

import dev.trellis.interventions.Submission.Status;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import dev.trellis.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of submitted interventions, and their habits. */
@ApplicationScoped
class SubmissionStore {
    private static final String COLUMNS = """
            u.id, u.reference_id, u.user_id, u.name, u.description, u.profile_match, u.scientific_source, u.category,
            u.duration_days, u.contraindication_tags, u.contraindications, u.evidence_grade, u.status, u.revision,
            u.moderation_flags, u.review_note, u.reviewed_at, u.helpful_count, u.total_tries, u.created_at, u.updated_at,
            (select json_agg(json_build_object('name', h.name, 'times_per_week', h.times_per_week) order by h.position)
               from intervention_habits h
              where h.intervention_id = u.reference_id)::text as habits
            """;

    private final Json json;

    SubmissionStore(Json json) {
        this.json = json;
    }

    private record Row(
            UUID id,
            int referenceId,
            UUID userId,
            String name,
            String description,
            String profileMatch,
            String scientificSource,
            String category,
            int durationDays,
            List<String> contraindicationTags,
            String contraindications,
            String evidenceGrade,
            Status status,
            int revision,
            List<String> moderationFlags,
            String reviewNote,
            @Nullable Instant reviewedAt,
            long helpfulCount,
            long totalTries,
            Instant createdAt,
            Instant updatedAt,
            @Nullable String habits) {}

    /** The number it got. */
    int add(Handle tx, UUID userId, NewSubmission submission, Collection<ModerationFlag> flags, Instant now) {
        return tx.createQuery("""
                        insert into user_interventions
                               (user_id, name, description, profile_match, scientific_source, category, duration_days,
                                contraindication_tags, contraindications, moderation_flags, created_at, updated_at)
                        values (:user, :name, :description, :profileMatch, :source, :category, :days,
                                :tags, :contraindications, :flags, :now, :now)
                        returning reference_id
                        """)
                .bind("user", userId)
                .bind("name", submission.name().strip())
                .bind("description", submission.description())
                .bind("profileMatch", submission.profileMatchOrEmpty())
                .bind("source", submission.sourceOrEmpty())
                .bind("category", submission.category())
                .bind("days", submission.durationDays())
                .bindArray("tags", String.class, submission.tags())
                .bind("contraindications", submission.contraindicationsOrEmpty())
                .bindArray("flags", String.class, wire(flags))
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    /** The author's next version, pending again; false when it is not theirs to change, or no longer. */
    boolean revise(
            Handle tx, UUID userId, int interventionId, NewSubmission submission, Collection<ModerationFlag> flags) {
        return tx.createUpdate("""
                                update user_interventions
                                   set name = :name, description = :description, profile_match = :profileMatch,
                                       scientific_source = :source, category = :category, duration_days = :days,
                                       contraindication_tags = :tags, contraindications = :contraindications,
                                       moderation_flags = :flags, status = 'pending', revision = revision + 1
                                 where user_id = :user and reference_id = :id and status in ('pending', 'reviewed')
                                """)
                        .bind("user", userId)
                        .bind("id", interventionId)
                        .bind("name", submission.name().strip())
                        .bind("description", submission.description())
                        .bind("profileMatch", submission.profileMatchOrEmpty())
                        .bind("source", submission.sourceOrEmpty())
                        .bind("category", submission.category())
                        .bind("days", submission.durationDays())
                        .bindArray("tags", String.class, submission.tags())
                        .bind("contraindications", submission.contraindicationsOrEmpty())
                        .bindArray("flags", String.class, wire(flags))
                        .execute()
                == 1;
    }

    void replaceHabits(Handle tx, UUID userId, int interventionId, List<HabitTemplate> habits) {
        tx.createUpdate("delete from intervention_habits where user_id = :user and intervention_id = :id")
                .bind("user", userId)
                .bind("id", interventionId)
                .execute();
        var times = new ArrayList<@Nullable Integer>();
        habits.forEach(habit -> times.add(habit.timesPerWeek()));
        tx.createUpdate("""
                        insert into intervention_habits (intervention_id, position, user_id, name, times_per_week)
                        select :id, position, :user, name, times
                          from unnest(:names::text[], :times::int[]) with ordinality as new (name, times, position)
                        """)
                .bind("id", interventionId)
                .bind("user", userId)
                .bindArray(
                        "names",
                        String.class,
                        habits.stream().map(HabitTemplate::name).toList())
                .bindArray("times", Integer.class, times)
                .execute();
    }

    /** One that whoever acts may see; a reviewer sees all, everybody else their own. */
    Optional<Submission> find(Handle tx, int interventionId) {
        return tx.createQuery("select " + COLUMNS + " from user_interventions u where u.reference_id = :id")
                .bind("id", interventionId)
                .mapTo(Row.class)
                .findOne()
                .map(this::submission);
    }

    List<Submission> of(Handle tx, UUID userId, @Nullable UUID after, int most) {
        return tx.createQuery("select " + COLUMNS + """
                         from user_interventions u
                        where u.user_id = :user and (:after::uuid is null or u.id < :after)
                        order by u.id desc
                        limit :most
                        """)
                .bind("user", userId)
                .bind("after", after)
                .bind("most", most)
                .mapTo(Row.class)
                .map(this::submission)
                .list();
    }

    /** What waits for a reviewer, the oldest first. */
    List<Submission> pending(Handle tx, @Nullable UUID after, int most) {
        return tx.createQuery("select " + COLUMNS + """
                         from user_interventions u
                        where u.status = 'pending' and (:after::uuid is null or u.id > :after)
                        order by u.id
                        limit :most
                        """)
                .bind("after", after)
                .bind("most", most)
                .mapTo(Row.class)
                .map(this::submission)
                .list();
    }

    /** Decides on a pending one; false when it is no longer pending, whoever was faster. */
    boolean decide(
            Handle tx,
            int interventionId,
            Status status,
            String note,
            UUID reviewer,
            @Nullable EvidenceGrade grade,
            int revision,
            Instant now) {
        return tx.createUpdate("""
                                update user_interventions
                                   set status = :status, review_note = :note, reviewed_by = :reviewer, reviewed_at = :now,
                                       evidence_grade = coalesce(:grade, evidence_grade),
                                       graded_by_editor = graded_by_editor or :grade::text is not null
                                 where reference_id = :id and status = 'pending' and revision = :revision
                                """)
                        .bind("id", interventionId)
                        .bind("status", status)
                        .bind("note", note)
                        .bind("reviewer", reviewer)
                        .bind("grade", grade == null ? null : grade.name())
                        .bind("revision", revision)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private Submission submission(Row row) {
        return new Submission(
                row.id(),
                row.referenceId(),
                row.userId(),
                row.name(),
                row.description(),
                row.profileMatch(),
                row.scientificSource(),
                row.category(),
                row.habits() == null ? List.of() : List.of(json.read(row.habits(), HabitTemplate[].class)),
                row.durationDays(),
                row.contraindicationTags(),
                row.contraindications(),
                EvidenceGrade.valueOf(row.evidenceGrade()),
                row.status(),
                row.revision(),
                row.moderationFlags().stream().map(ModerationFlag::of).toList(),
                row.reviewNote(),
                row.reviewedAt(),
                row.helpfulCount(),
                row.totalTries(),
                row.createdAt(),
                row.updatedAt());
    }

    private static List<String> wire(Collection<ModerationFlag> flags) {
        return flags.stream().map(ModerationFlag::wire).toList();
    }
}
