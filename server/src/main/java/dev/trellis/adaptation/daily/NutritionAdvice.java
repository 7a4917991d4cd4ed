package dev.trellis.adaptation.daily;

import dev.trellis.programs.Rounding;
import java.util.ArrayList;
import java.util.List;

/**
 * What a day changes in food (domain 05.5): at most a tenth of the day's energy by itself, never below the floor, and for
 * this one day only.
 *
 * @param kcal    the day's energy; as planned when nothing changes it
 * @param rules   why
 * @param advice  sentences that change no number
 * @param breakInDeficit three low days in a deficit: three days at maintenance are proposed
 */
public record NutritionAdvice(int kcal, List<Rule> rules, List<String> advice, boolean breakInDeficit) {
    private static final double LARGEST_CHANGE = 0.10;
    private static final double SHORT_NIGHT = 6;
    private static final double CUT_THAT_SAVES = 0.5;
    private static final int LONG_MINUTES = 90;

    /** Why energy changes, or how it is kept. */
    public enum Rule {
        SAFETY_TO_MAINTENANCE,
        ILLNESS_TO_MAINTENANCE,
        SHORTER_SESSION,
        LIMITED_TO_A_TENTH,
        KEPT_AT_FLOOR
    }

    public NutritionAdvice {
        rules = List.copyOf(rules);
        advice = List.copyOf(advice);
    }

    /**
     * The day as it was planned.
     *
     * @param maintenance    expenditure, kcal
     * @param savesOnShorter the person wants less carbohydrate when a session is cut by half
     * @param lowDaysInARow  days with an orange or red band, today included
     * @param strainedDays   days with stress 5 in a row, today included
     * @param extraMinutes   of training that the person added today
     */
    public record Day(
            int kcal,
            int floor,
            int maintenance,
            boolean savesOnShorter,
            int lowDaysInARow,
            int strainedDays,
            int extraMinutes) {
        boolean isDeficit() {
            return kcal < maintenance;
        }
    }

    /** @param sessionCut the share by which today's session became smaller */
    public static NutritionAdvice of(DayContext today, Day day, double sessionCut) {
        return of(today, day, sessionCut, false);
    }

    /** As {@link #of(DayContext, Day, double)}; whose safety comes first eats what keeps their weight. */
    static NutritionAdvice of(DayContext today, Day day, double sessionCut, boolean safety) {
        var rules = new ArrayList<Rule>();
        double kcal = day.kcal();
        boolean rests = today.illness().stopsTraining() || safety;
        if (rests && day.maintenance() > day.kcal()) {
            rules.add(safety ? Rule.SAFETY_TO_MAINTENANCE : Rule.ILLNESS_TO_MAINTENANCE);
            kcal = day.maintenance();
        } else if (sessionCut >= CUT_THAT_SAVES && day.savesOnShorter() && !rests) {
            rules.add(Rule.SHORTER_SESSION);
            kcal = day.kcal() * (1 - LARGEST_CHANGE);
        }
        int limited = limited(day, kcal, rules);
        return new NutritionAdvice(limited, rules, advice(today, day), day.isDeficit() && day.lowDaysInARow() >= 3);
    }

    private static int limited(Day day, double kcal, List<Rule> rules) {
        double most = day.kcal() * (1 + LARGEST_CHANGE);
        double least = day.kcal() * (1 - LARGEST_CHANGE);
        double limited = Math.clamp(kcal, least, most);
        if (limited != kcal) {
            rules.add(Rule.LIMITED_TO_A_TENTH);
        }
        if (limited < day.floor()) {
            rules.add(Rule.KEPT_AT_FLOOR);
            limited = Math.min(day.kcal(), Math.max(day.floor(), limited));
        }
        if (limited == day.kcal()) {
            return day.kcal();
        }
        return limited > day.kcal()
                ? Rounding.downToTen(limited)
                : Math.max(Rounding.upToTen(limited), Math.min(day.kcal(), day.floor()));
    }

    private static List<String> advice(DayContext today, Day day) {
        var advice = new ArrayList<String>();
        if (today.illness().stopsTraining()) {
            advice.add("Drink enough, and keep your protein up.");
        }
        if (today.sleepHours() != null && today.sleepHours() < SHORT_NIGHT) {
            advice.add("After a short night: no caffeine from the early afternoon on, and protein at breakfast.");
        }
        if (day.strainedDays() >= 3) {
            advice.add("Three days of high stress: repeat meals you like, and leave the rest as it is.");
        }
        if (day.extraMinutes() > LONG_MINUTES) {
            advice.add("For a long extra session, 30 to 60 g of carbohydrate for each hour more.");
        }
        return advice;
    }
}
