package dev.trellis.demo;

import dev.trellis.assessment.ConsultationSection;
import dev.trellis.tracking.ContextDay;
import dev.trellis.tracking.Illness;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Jana, whose program the demo lives: what she told before it, and how her days were. Days are counted from 0, the first of
 * the program, on which she trains, as she does two and four days later, week after week; so today is a day of training,
 * whichever weekday the demo is started on.
 */
final class DemoTrainee {
    static final String NAME = "Jana";
    static final String EMAIL = "jana@demo.example";
    static final String ZONE = "Europe/Berlin";
    static final double FIRST_KG = 74.2;

    /** On which nothing at all was written down. */
    private static final Set<Integer> SILENT = Set.of(5, 13, 19, 26, 34, 41);

    /** On which she meant to train, and did not. */
    private static final Set<Integer> SKIPPED = Set.of(18, 35);

    /** Nights before a session that were bad, and what she said to what was proposed after each. */
    private static final Map<Integer, Answer> BAD_NIGHTS =
            Map.of(9, Answer.AGREED, 30, Answer.TAKEN_BACK, 37, Answer.DECLINED);

    private static final int WORST_NIGHT = 9;

    private static final Set<Integer> COLD = Set.of(23, 24);
    private static final int CUT_SHORT = 32;

    private DemoTrainee() {}

    /** What becomes of a proposal. */
    enum Answer {
        AGREED,
        /** Agreed to, and undone before the session. */
        TAKEN_BACK,
        DECLINED
    }

    static boolean isSilent(int day) {
        return SILENT.contains(day);
    }

    /** Whether she stood on the scale. */
    static boolean weighs(int day) {
        return !isSilent(day) && day % 5 != 4;
    }

    static boolean trains(int day) {
        return !SKIPPED.contains(day);
    }

    /** The share of the planned sets that she did. */
    static double shareOfSets(int day) {
        return day == CUT_SHORT ? 0.5 : 1;
    }

    static Answer answer(int day) {
        return BAD_NIGHTS.getOrDefault(day, Answer.AGREED);
    }

    /** How she felt in the morning; null on days on which she did not say. */
    static @Nullable ContextDay morning(int day, RandomGenerator chance) {
        if (isSilent(day)) {
            return null;
        }
        if (BAD_NIGHTS.containsKey(day)) {
            return day == WORST_NIGHT ? felt("4.5", 2, 4, 5, Illness.NONE) : felt("5.5", 3, 3, 4, Illness.NONE);
        }
        return felt(
                Double.toString(7 + chance.nextInt(5) / 4.0),
                4,
                1 + chance.nextInt(2),
                1 + chance.nextInt(3),
                COLD.contains(day) ? Illness.ABOVE_NECK : Illness.NONE);
    }

    /** So many hours of sleep; mood, energy and sleep this good, stress and soreness this bad, and this tired. */
    private static ContextDay felt(String sleepHours, int good, int bad, int tired, Illness illness) {
        return new ContextDay(
                good,
                new BigDecimal(sleepHours),
                bad,
                good,
                null,
                good,
                bad,
                tired,
                illness,
                null,
                null,
                null,
                null,
                null);
    }

    /** What she told in the consultation, a section after the other. */
    static Map<ConsultationSection, Map<String, Object>> answers(LocalDate firstDay) {
        var told = new EnumMap<ConsultationSection, Map<String, Object>>(ConsultationSection.class);
        var weekdays = Stream.of(0, 2, 4)
                .map(later -> firstDay.plusDays(later).getDayOfWeek().name().toLowerCase(Locale.ROOT))
                .toList();
        told.put(
                ConsultationSection.ABOUT_YOU,
                Map.of(
                        "birth_date",
                        firstDay.minusYears(38).minusMonths(4).toString(),
                        "sex",
                        "female",
                        "height_cm",
                        168,
                        "weight_kg",
                        FIRST_KG,
                        "activity_level",
                        "light"));
        told.put(
                ConsultationSection.HEALTH,
                Map.of(
                        "active_lately", true,
                        "health_conditions", List.of("none"),
                        "warning_signs", List.of("none"),
                        "pregnancy_state", List.of("none"),
                        "eating_disorder", false,
                        "eating_signs", List.of("none")));
        told.put(
                ConsultationSection.GOALS,
                Map.of(
                        "training_aim", "strength",
                        "weight_aim", "lose",
                        "goal_weight_kg", 69,
                        "rate_percent_per_week", 0.5,
                        "goal_notes", "Carry my rucksack for a week in the mountains next summer."));
        told.put(ConsultationSection.TRAINING_HISTORY, Map.of("consistent_months", 8, "break_weeks", 1));
        told.put(
                ConsultationSection.EQUIPMENT_AND_SCHEDULE,
                Map.of(
                        "equipment",
                        List.of("dumbbell", "band", "bench"),
                        "days_per_week",
                        3,
                        "minutes_per_session",
                        45,
                        "weekdays",
                        weekdays,
                        "session_time",
                        "17:30"));
        told.put(ConsultationSection.INJURIES, Map.of());
        told.put(
                ConsultationSection.FOOD, Map.of("diet", "omnivore", "allergies", List.of("none"), "meals_per_day", 3));
        told.put(
                ConsultationSection.SLEEP_AND_STRESS,
                Map.of("sleep_hours", 7.5, "sleep_quality", 4, "stress", 2, "wake_time", "06:00", "bed_time", "22:30"));
        told.put(
                ConsultationSection.PREFERENCES,
                Map.of("cardio", List.of("walking"), "repeat_meals", true, "auto_adjust", false));
        return told;
    }
}
