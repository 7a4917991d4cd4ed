package dev.trellis.interventions.recommendation;

/** Why an item was kept from a person, before any ranking (domain 08.3). */
public enum RefusedReason {
    CONTRAINDICATED,
    CATEGORY_BLOCKED,
    CYCLE_FEATURES_OFF,
    ACTIVE_NOW,
    COMPLETED_RECENTLY,
    ABANDONED_TWICE,
    LONGER_THAN_WANTED,
    MORE_MINUTES_THAN_WANTED
}
