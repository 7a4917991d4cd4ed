package dev.trellis.interventions.recommendation;

import java.util.Optional;

/**
 * An item kept from a person, so that "why not the others" has an answer.
 *
 * @param tag the flag behind a contraindication
 * @param text the reason in words for the person
 */
public record Exclusion(CatalogueEntry entry, RefusedReason reason, Optional<ContraindicationTag> tag, String text) {}
