package dev.trellis.adaptation.reassessment;

import dev.trellis.tracking.WeightTrend;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a review notices beside the controllers (domain 06.6). */
public final class Milestones {
    private static final double AT_GOAL_KG = 0.5;
    private static final int DAYS_AT_GOAL = 14;
    private static final double PLATEAU_KG_PER_WEEK = 0.10;
    private static final double PLATEAU_LOGGED = 0.80;
    private static final int WEEKS_TO_BREAK = 12;

    private Milestones() {}

    /** The trend has been within half a kilogram of the goal for two weeks: time to keep the weight. */
    public static boolean isAtGoal(List<WeightTrend> trend, double goalKg, LocalDate today) {
        var near = trend.reversed().stream()
                .takeWhile(point -> Math.abs(point.kg() - goalKg) <= AT_GOAL_KG)
                .toList();
        return !near.isEmpty()
                && ChronoUnit.DAYS.between(near.getLast().day(), today) >= DAYS_AT_GOAL - 1
                && ChronoUnit.DAYS.between(near.getFirst().day(), today) < DAYS_AT_GOAL;
    }

    /** Said only when the log is complete enough to know. */
    public static boolean isPlateau(double kgPerWeek, double logged, double setPoint) {
        return setPoint != 0 && Math.abs(kgPerWeek) <= PLATEAU_KG_PER_WEEK && logged >= PLATEAU_LOGGED;
    }

    /** After twelve weeks of deficit one or two weeks at maintenance are proposed. */
    public static boolean isTimeForABreak(int weeksInDeficit) {
        return weeksInDeficit >= WEEKS_TO_BREAK;
    }
}
