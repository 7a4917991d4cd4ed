package dev.trellis.adaptation.matching;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one planned session or meal (domain 04.5).
 *
 * @param dose      how much of it, null when unknown
 * @param overshoot clearly more than planned
 */
public record Adherence(AdherenceStatus status, @Nullable Double dose, boolean overshoot) {
    private static final double TOO_LITTLE = 0.20;
    private static final double TOO_MUCH = 1.25;
    private static final double SAME_KIND = 0.80;
    private static final double WHOLE_DOSE = 0.85;
    private static final double ENOUGH_OF_ANOTHER_KIND = 0.70;
    private static final double ROUNDING = 1e-9;
    private static final Duration GRACE_OF_SESSIONS = Duration.ofHours(24);
    private static final Duration GRACE_OF_MEALS = Duration.ofHours(4);

    /** What was planned. */
    public enum Item {
        SESSION(GRACE_OF_SESSIONS),
        MEAL(GRACE_OF_MEALS);

        private final Duration grace;

        Item(Duration grace) {
            this.grace = grace;
        }

        /** How long after its day something is still waited for. */
        public Duration grace() {
            return grace;
        }

        /** Whether nothing more is waited for. */
        public boolean isClosed(Instant endOfPlannedDay, Instant now) {
            return !now.isBefore(endOfPlannedDay.plus(grace));
        }
    }

    /**
     * Of an item and a link the person made by hand: that it belongs there is their word, however unlike it looks.
     *
     * @param linked what they linked
     */
    public static Adherence ofHandLink(Item item, Similarity linked, boolean closed, @Nullable AdherenceStatus marked) {
        var believed = new Similarity(
                Math.max(linked.score(), Assignment.THRESHOLD),
                linked.confidence(),
                linked.kind(),
                linked.dose(),
                linked.components());
        return of(item, believed, closed, true, marked);
    }

    /**
     * @param assigned what was done instead or for it, null when nothing was
     * @param closed   the day and its grace are over
     * @param coverage something was logged or synchronised that day at all
     * @param marked   what the person says about it, null when nothing
     */
    public static Adherence of(
            Item item,
            @Nullable Similarity assigned,
            boolean closed,
            boolean coverage,
            @Nullable AdherenceStatus marked) {
        var dose = assigned == null ? null : assigned.dose();
        if (marked != null) {
            return new Adherence(marked, dose, false);
        }
        if (assigned == null) {
            return new Adherence(closed && coverage ? AdherenceStatus.SKIPPED : AdherenceStatus.UNKNOWN, null, false);
        }
        double done = dose == null ? 1 : dose;
        if (assigned.score() < Assignment.THRESHOLD || done < TOO_LITTLE - ROUNDING) {
            return new Adherence(closed ? AdherenceStatus.SKIPPED : AdherenceStatus.UNKNOWN, dose, false);
        }
        boolean overshoot = done > TOO_MUCH + ROUNDING;
        if (item == Item.MEAL && overshoot) {
            return new Adherence(AdherenceStatus.PARTIAL, dose, true);
        }
        return new Adherence(status(assigned.kind(), done), dose, overshoot);
    }

    private static AdherenceStatus status(double kind, double dose) {
        if (kind >= SAME_KIND - ROUNDING) {
            return dose >= WHOLE_DOSE - ROUNDING ? AdherenceStatus.COMPLETED : AdherenceStatus.PARTIAL;
        }
        return dose >= ENOUGH_OF_ANOTHER_KIND - ROUNDING ? AdherenceStatus.SIMILAR : AdherenceStatus.PARTIAL;
    }
}
