package dev.trellis.adaptation;

import dev.trellis.adaptation.matching.Activity;
import dev.trellis.adaptation.matching.ActivityType;
import dev.trellis.adaptation.matching.EatenMeal;
import dev.trellis.nutrition.FoodEntry;
import dev.trellis.platform.PersonDays;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.Rounding;
import dev.trellis.programs.training.HeartRateZones;
import dev.trellis.programs.training.PlannedCardio;
import dev.trellis.tracking.DoneExercise;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was planned and what was done, in the form in which the two are compared (domain 04.2, 04.3). */
final class Compared {
    private static final int EASY_ZONE = 2;
    private static final int HARD_ZONE = 4;
    private static final BigDecimal METRES_PER_KM = BigDecimal.valueOf(1000);
    private static final double SECONDS_PER_MINUTE = 60;

    /** By the id of the exercise that stands for a kind of cardio. */
    private static final Map<String, ActivityType> CARDIO = Map.of(
            "walking", ActivityType.WALK,
            "running", ActivityType.RUN,
            "cycling", ActivityType.CYCLE,
            "rowing_erg", ActivityType.ROW,
            "elliptical", ActivityType.ELLIPTICAL,
            "stair_climber", ActivityType.STAIR,
            "swimming", ActivityType.SWIM,
            "jump_rope", ActivityType.HIIT);

    private Compared() {}

    static Activity planned(CalendarEvent event) {
        var session = event.session();
        var cardio = session.cardio();
        var sets = new HashMap<String, Integer>();
        session.exercises().forEach(exercise -> sets.merge(exercise.exerciseId(), exercise.sets(), Integer::sum));
        return new Activity(
                event.itemId(),
                event.date(),
                event.startTime(),
                cardio == null ? ActivityType.STRENGTH : CARDIO.getOrDefault(cardio.exerciseId(), ActivityType.OTHER),
                (double) (cardio == null ? session.minutes() : cardio.minutes()),
                null,
                cardio == null ? null : zone(cardio),
                sets);
    }

    /** The mean over its minutes. */
    private static int zone(PlannedCardio cardio) {
        double sum = EASY_ZONE * (double) cardio.easyMinutes() + HARD_ZONE * (double) cardio.hardMinutes();
        return cardio.minutes() == 0 ? EASY_ZONE : Rounding.toWhole(sum / cardio.minutes());
    }

    /** @param zones of the person's heart rate; null where they are not known */
    static Activity done(dev.trellis.tracking.Activity activity, PersonDays days, @Nullable HeartRateZones zones) {
        var sets = new HashMap<String, Integer>();
        Objects.requireNonNullElse(activity.exercises(), List.<DoneExercise>of())
                .forEach(exercise ->
                        sets.merge(exercise.exerciseId(), exercise.sets().size(), Integer::sum));
        return new Activity(
                activity.id(),
                activity.day(),
                activity.startedAt().atZone(days.zone()).toLocalTime(),
                ActivityType.valueOf(activity.type().name()),
                activity.durationS() / SECONDS_PER_MINUTE,
                activity.distanceM() == null ? null : activity.distanceM().doubleValue() / METRES_PER_KM.doubleValue(),
                zone(activity, zones),
                sets);
    }

    /** From heart rate where it says something, else from how hard it felt. */
    private static @Nullable Integer zone(dev.trellis.tracking.Activity activity, @Nullable HeartRateZones zones) {
        if (zones != null && activity.averageHeartRate() != null) {
            return Math.max(1, zones.zoneOf(activity.averageHeartRate()));
        }
        return activity.rpe() == null ? null : (Integer) HeartRateZones.zoneOfEffort(activity.rpe());
    }

    static EatenMeal planned(CalendarEvent event, Map<String, String> categories) {
        var meal = event.meal();
        return new EatenMeal(
                event.itemId(),
                event.date(),
                event.startTime(),
                meal.meal().name().toLowerCase(Locale.ROOT),
                meal.kcal(),
                meal.protein(),
                meal.carbs(),
                meal.fat(),
                meal.items().stream()
                        .map(item -> item(item.foodId(), categories))
                        .toList());
    }

    static EatenMeal eaten(FoodEntry entry, PersonDays days, Map<String, String> categories) {
        var macros = entry.totalMacros();
        return new EatenMeal(
                entry.id(),
                entry.day(),
                entry.timestamp().atZone(days.zone()).toLocalTime(),
                entry.mealType() == null ? "" : entry.mealType().name().toLowerCase(Locale.ROOT),
                entry.totalCalories(),
                macros.protein().doubleValue(),
                macros.carbs().doubleValue(),
                macros.fat().doubleValue(),
                entry.foods().stream()
                        .map(food ->
                                item(Optional.ofNullable(food.foodId()).orElse("label: " + food.name()), categories))
                        .toList());
    }

    /** What no table knows is like nothing but itself. */
    private static EatenMeal.Item item(String food, Map<String, String> categories) {
        return new EatenMeal.Item(food, categories.getOrDefault(food, food));
    }
}
