package dev.trellis.programs.training;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person said that decides their training (domain 02.1).
 *
 * @param consistentMonths with two sessions a week or more
 * @param breakWeeks       since training last
 * @param daysPerWeek      1 to 6
 * @param minutes          of a session, 20 to 120
 * @param days             on which training is possible; empty for any
 * @param favourites       ids of exercises
 * @param unwanted         ids of exercises
 * @param oneRepMax        in kg, by id of exercise, where it is known
 * @param clinicianAgrees  a clinician has agreed to training in pregnancy
 * @param mayIncrease      training may become more over the weeks
 */
public record TrainingProfile(
        TrainingGoal goal,
        int years,
        int consistentMonths,
        int breakWeeks,
        int daysPerWeek,
        int minutes,
        Set<DayOfWeek> days,
        Set<Equipment> equipment,
        List<Injury> injuries,
        Set<TrainingCondition> conditions,
        Set<String> favourites,
        Set<String> unwanted,
        Map<String, Double> oneRepMax,
        RunningHistory running,
        Clearance clearance,
        boolean clinicianAgrees,
        boolean mayIncrease) {
    private static final int OLDER_FROM = 65;

    /**
     * What somebody ran of late.
     *
     * @param weekMinutes    mean of the last two weeks; 0 for somebody who starts
     * @param longestMinutes longest run of the last 30 days
     * @param breakDays      since the last run
     */
    public record RunningHistory(double weekMinutes, double longestMinutes, int breakDays) {
        /** Of somebody who starts. */
        public static final RunningHistory NONE = new RunningHistory(0, 0, 0);
    }

    public TrainingProfile {
        if (daysPerWeek < 1 || daysPerWeek > 6) {
            throw new IllegalArgumentException("a week has 1 to 6 training days, not " + daysPerWeek);
        }
        if (minutes < 20 || minutes > 120) {
            throw new IllegalArgumentException("a session takes 20 to 120 minutes, not " + minutes);
        }
        days = Set.copyOf(days);
        equipment = Set.copyOf(equipment);
        injuries = List.copyOf(injuries);
        conditions = Set.copyOf(conditions);
        favourites = Set.copyOf(favourites);
        unwanted = Set.copyOf(unwanted);
        oneRepMax = Map.copyOf(oneRepMax);
    }

    /** How used to training they are. */
    public TrainingLevel level() {
        return TrainingLevel.of(consistentMonths, breakWeeks);
    }

    boolean isOlder() {
        return years >= OLDER_FROM;
    }

    Set<DayOfWeek> possibleDays() {
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    /** Fewer where fewer days are possible. */
    int plannedDays() {
        return Math.min(daysPerWeek, possibleDays().size());
    }

    /** Which exercises they can and may do. */
    public Eligibility eligibility() {
        return new Eligibility(equipment, injuries, conditions, unwanted);
    }
}
