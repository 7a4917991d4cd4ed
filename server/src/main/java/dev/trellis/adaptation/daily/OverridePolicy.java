package dev.trellis.adaptation.daily;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a change is applied at once or asked first (domain 05.6). */
public final class OverridePolicy {
    private static final double LARGEST_CUT = 0.25;
    private static final int LARGEST_KCAL = 150;
    private static final double CONFIDENCE_NEEDED = 0.60;
    private static final int MINUTES_BEFORE_START = 60;
    private static final int CHANGES_IN_SEVEN_DAYS = 2;
    private static final int LAST_CHANGES = 5;
    private static final int UNDONE_THAT_ASK = 3;

    private OverridePolicy() {}

    /**
     * A change and its circumstances.
     *
     * @param reduction       share of the session's volume that goes; negative when it adds
     * @param kcalChange      of the day
     * @param confidence      of the readiness behind it
     * @param minutesToStart  until the planned start; null when none is planned
     * @param sessionStarted  it has begun
     * @param autoInSevenDays changes applied by themselves in the seven days before
     * @param hold            an illness stops training: applied whatever the settings say
     */
    public record Proposal(
            boolean autoAllowed,
            double reduction,
            int kcalChange,
            double confidence,
            @Nullable Integer minutesToStart,
            boolean sessionStarted,
            int autoInSevenDays,
            boolean hold) {}

    /** How it starts: applied, or waiting for an answer. */
    public static OverrideStatus start(Proposal proposal) {
        if (proposal.hold()) {
            return OverrideStatus.AUTO_APPLIED;
        }
        boolean easier = proposal.reduction() >= 0 && proposal.kcalChange() >= 0;
        boolean small = proposal.reduction() <= LARGEST_CUT + 1e-9 && proposal.kcalChange() <= LARGEST_KCAL;
        boolean inTime = !proposal.sessionStarted()
                && (proposal.minutesToStart() == null || proposal.minutesToStart() >= MINUTES_BEFORE_START);
        boolean applied = proposal.autoAllowed()
                && easier
                && small
                && inTime
                && proposal.confidence() >= CONFIDENCE_NEEDED
                && proposal.autoInSevenDays() < CHANGES_IN_SEVEN_DAYS;
        return applied ? OverrideStatus.AUTO_APPLIED : OverrideStatus.PENDING;
    }

    /** Whether applying by itself should be switched off and the person asked: three of the last five were undone. */
    public static boolean shouldAskAgain(List<OverrideStatus> autoChangesLatestLast) {
        int from = Math.max(0, autoChangesLatestLast.size() - LAST_CHANGES);
        return autoChangesLatestLast.subList(from, autoChangesLatestLast.size()).stream()
                        .filter(status -> status == OverrideStatus.UNDONE)
                        .count()
                >= UNDONE_THAT_ASK;
    }
}
