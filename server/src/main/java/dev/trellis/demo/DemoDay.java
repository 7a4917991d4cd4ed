package dev.trellis.demo;

import dev.trellis.nutrition.FoodItem;
import dev.trellis.nutrition.MealType;
import dev.trellis.nutrition.NewFoodEntry;
import dev.trellis.programs.CalendarDetail.ExerciseDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.Rounding;
import dev.trellis.programs.training.Equipment;
import dev.trellis.programs.training.Exercise;
import dev.trellis.programs.training.Exercises;
import dev.trellis.tracking.ActivityType;
import dev.trellis.tracking.DoneExercise;
import dev.trellis.tracking.DoneExercise.DoneSet;
import dev.trellis.tracking.NewActivity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What somebody who mostly keeps to the plan logs of a planned session or meal. */
final class DemoDay {
    private static final Map<String, Exercise> EXERCISES =
            Exercises.shipped().all().stream().collect(Collectors.toUnmodifiableMap(Exercise::id, Function.identity()));
    private static final double FIRST_KG_OF_LEGS = 12;
    private static final double FIRST_KG_OF_ARMS = 6;
    private static final double MORE_KG_A_WEEK = 0.5;

    private DemoDay() {}

    /** The session, of whose sets she did this share. */
    static NewActivity trained(CalendarEvent entry, double share, RandomGenerator chance) {
        var session = entry.session();
        int minutes = (int) Math.round(share * session.minutes()) + chance.nextInt(5);
        var exercises = session.exercises().stream()
                .map(exercise -> done(exercise, session, share, chance))
                .toList();
        return new NewActivity(
                exercises.isEmpty() ? ActivityType.WALK : ActivityType.STRENGTH,
                moment(entry),
                60 * minutes,
                null,
                null,
                6 + chance.nextInt(2),
                null,
                null,
                null,
                exercises.isEmpty() ? null : exercises,
                null);
    }

    private static DoneExercise done(
            ExerciseDetail planned, SessionDetail session, double share, RandomGenerator chance) {
        var kg = kg(planned, session.weekNumber());
        int most = planned.repMax() - planned.repMin();
        return new DoneExercise(
                planned.exerciseId(),
                IntStream.range(0, Math.max(1, (int) Math.round(share * planned.sets())))
                        .map(set -> planned.repMin() + chance.nextInt(most + 1))
                        .mapToObj(amount -> planned.timed()
                                ? new DoneSet(null, amount, null, null)
                                : new DoneSet(amount, null, kg, planned.inReserve()))
                        .toList());
    }

    /** A little more each week, in steps that dumbbells have; null without them. */
    private static @Nullable BigDecimal kg(ExerciseDetail planned, int week) {
        var exercise = Objects.requireNonNull(EXERCISES.get(planned.exerciseId()));
        if (!exercise.equipment().contains(Equipment.DUMBBELL) || exercise.incrementKg() == 0) {
            return null;
        }
        double first = switch (planned.slot()) {
            case SQUAT, LUNGE, SQUAT_OR_LUNGE, HINGE, HINGE_LIGHT, GLUTE -> FIRST_KG_OF_LEGS;
            default -> FIRST_KG_OF_ARMS;
        };
        return BigDecimal.valueOf(Rounding.downTo(first + MORE_KG_A_WEEK * week, exercise.incrementKg()));
    }

    /** A long walk that no plan asked for, over just now. */
    static NewActivity walked() {
        return new NewActivity(
                ActivityType.WALK,
                null,
                75 * 60,
                new BigDecimal("6200"),
                null,
                3,
                null,
                null,
                null,
                null,
                "Round the lake");
    }

    /** The meal, of which she ate this share. */
    static NewFoodEntry eaten(CalendarEvent entry, double share) {
        var items = entry.meal().items().stream()
                .map(item ->
                        FoodItem.of(item.foodId(), BigDecimal.valueOf(Math.max(1, Math.round(share * item.grams())))))
                .toList();
        return new NewFoodEntry(
                moment(entry), MealType.valueOf(entry.meal().meal().name()), items, null);
    }

    /** Something that is in no table and on no plan, eaten just now. */
    static NewFoodEntry treat() {
        var iceCream = new FoodItem(
                null,
                null,
                "two scoops",
                "Ice cream",
                new BigDecimal("240"),
                new BigDecimal("4"),
                new BigDecimal("28"),
                new BigDecimal("12"),
                null);
        return new NewFoodEntry(null, MealType.SNACK, List.of(iceCream), null);
    }

    private static Instant moment(CalendarEvent entry) {
        return entry.date()
                .atTime(Objects.requireNonNullElse(entry.startTime(), LocalTime.NOON))
                .atZone(ZoneId.of(DemoTrainee.ZONE))
                .toInstant();
    }
}
