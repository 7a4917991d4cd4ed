package dev.trellis.interventions;

import dev.trellis.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The catalogue's view: curated interventions and those of members that a reviewer approved. */
@ApplicationScoped
class CatalogueStore {
    private static final HabitTemplate[] NO_HABITS = {};

    private final Json json;

    CatalogueStore(Json json) {
        this.json = json;
    }

    /** A row of the view; {@code habits} is a JSON list of {@link HabitTemplate}. */
    record Row(
            int interventionId,
            String slug,
            String name,
            String category,
            String description,
            String profileMatch,
            int durationDays,
            List<String> contraindicationTags,
            String contraindications,
            String evidenceGrade,
            String expectedEffect,
            String source,
            boolean fromMember,
            long helpfulCount,
            long totalTries,
            long startedCount,
            long answeredCount,
            BigDecimal weightedHelpful,
            BigDecimal weightedTries,
            @Nullable String habits) {}

    List<HabitTemplate> habits(Row row) {
        return List.of(row.habits() == null ? NO_HABITS : json.read(row.habits(), HabitTemplate[].class));
    }

    Optional<Row> find(Handle tx, int interventionId) {
        return findAll(tx, List.of(interventionId)).stream().findFirst();
    }

    /** Those of these numbers, in no order. */
    List<Row> findAll(Handle tx, List<Integer> interventionIds) {
        return tx.createQuery("""
                        select intervention_id, slug, name, category, description, profile_match, duration_days,
                               contraindication_tags, contraindications, evidence_grade, expected_effect, source,
                               from_member, helpful_count, total_tries, started_count, answered_count,
                               weighted_helpful, weighted_tries, habits::text as habits
                          from catalogue
                         where intervention_id = any (:ids)
                        """)
                .bindArray("ids", Integer.class, interventionIds)
                .mapTo(Row.class)
                .list();
    }

    /** By name, whatever its case; of several the one with the smallest number, hence a curated one first. */
    Optional<Row> findByName(Handle tx, String name) {
        return tx.createQuery("""
                        select intervention_id, slug, name, category, description, profile_match, duration_days,
                               contraindication_tags, contraindications, evidence_grade, expected_effect, source,
                               from_member, helpful_count, total_tries, started_count, answered_count,
                               weighted_helpful, weighted_tries, habits::text as habits
                          from catalogue
                         where lower(name) = lower(:name)
                         order by intervention_id
                         limit 1
                        """).bind("name", name.strip()).mapTo(Row.class).findOne();
    }

    /** Those with a greater number than {@code after}, by number. */
    List<Row> page(Handle tx, int after, @Nullable String category, @Nullable String grade, int most) {
        return tx.createQuery("""
                        select intervention_id, slug, name, category, description, profile_match, duration_days,
                               contraindication_tags, contraindications, evidence_grade, expected_effect, source,
                               from_member, helpful_count, total_tries, started_count, answered_count,
                               weighted_helpful, weighted_tries, habits::text as habits
                          from catalogue
                         where intervention_id > :after
                           and (:category::text is null or category = :category)
                           and (:grade::text is null or evidence_grade = :grade)
                         order by intervention_id
                         limit :most
                        """)
                .bind("after", after)
                .bind("category", category)
                .bind("grade", grade)
                .bind("most", most)
                .mapTo(Row.class)
                .list();
    }

    /**
     * Changes whenever a row of the catalogue does: every update gives a row another {@code xmin}, in whatever order the
     * transactions commit, where the greatest {@code updated_at} would miss the slower of two.
     */
    String version(Handle tx) {
        return tx.createQuery("""
                        select (select count(*) || '.' || coalesce(sum(xmin::text::bigint), 0) from interventions_base)
                               || '/'
                               || (select count(*) || '.' || coalesce(sum(xmin::text::bigint), 0)
                                     from user_interventions
                                    where status = 'approved')
                        """).mapTo(String.class).one();
    }
}
