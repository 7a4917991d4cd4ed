package dev.trellis.interventions;

import java.util.List;

/**
 * An intervention that a person may take on: curated, or a member's that a reviewer approved.
 *
 * @param id the number curated and submitted ones share
 * @param durationDays how long a trial of it lasts, 7 to 84 days
 * @param contraindicationTags what may speak against it for a person; empty when nothing does
 * @param contraindications the same in words
 */
public record CatalogueItem(
        int id,
        String name,
        String category,
        int durationDays,
        List<HabitTemplate> habits,
        List<String> contraindicationTags,
        String contraindications) {}
