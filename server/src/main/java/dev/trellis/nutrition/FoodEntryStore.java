package dev.trellis.nutrition;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.Json;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of what was eaten. */
@ApplicationScoped
class FoodEntryStore {
    private static final TypeReference<List<EatenFood>> FOODS = new TypeReference<>() {};

    private final Json json;

    FoodEntryStore(Json json) {
        this.json = json;
    }

    private record Row(
            UUID id,
            Instant timestamp,
            LocalDate day,
            @Nullable MealType mealType,
            String foods,
            int totalCalories,
            String totalMacros,
            @Nullable String notes,
            @Nullable String photoPath,
            @Nullable UUID plannedMealInstanceId,
            @Nullable BigDecimal similarityScore) {}

    /** What is written of an entry. */
    record Content(
            Instant timestamp,
            LocalDate day,
            @Nullable MealType mealType,
            List<EatenFood> foods,
            @Nullable String notes) {
        int totalCalories() {
            return Macros.calories(foods);
        }

        Macros totalMacros() {
            return Macros.of(foods);
        }
    }

    /** Writes an entry under this id. */
    void add(Handle tx, UUID userId, UUID id, Content content) {
        Together.write(tx.createUpdate("""
                        insert into food_entries
                               (user_id, id, timestamp, day, meal_type, foods, total_calories, total_macros, notes)
                        values (:user, :id, :timestamp, :day, :mealType, :foods::jsonb, :calories, :macros::jsonb, :notes)
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("timestamp", content.timestamp())
                .bind("day", content.day())
                .bind("mealType", content.mealType())
                .bind("foods", json.write(content.foods()))
                .bind("calories", content.totalCalories())
                .bind("macros", json.write(content.totalMacros()))
                .bind("notes", content.notes()));
    }

    FoodEntry change(Handle tx, UUID userId, UUID id, Content content) {
        return tx.createQuery("""
                        update food_entries
                           set timestamp = :timestamp, day = :day, meal_type = :mealType, foods = :foods::jsonb,
                               total_calories = :calories, total_macros = :macros::jsonb, notes = :notes
                         where user_id = :user and id = :id
                        returning id, timestamp, day, meal_type, foods, total_calories, total_macros, notes, photo_path,
                                  planned_meal_instance_id, similarity_score
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("timestamp", content.timestamp())
                .bind("day", content.day())
                .bind("mealType", content.mealType())
                .bind("foods", json.write(content.foods()))
                .bind("calories", content.totalCalories())
                .bind("macros", json.write(content.totalMacros()))
                .bind("notes", content.notes())
                .mapTo(Row.class)
                .map(this::entry)
                .one();
    }

    Supplier<Optional<FoodEntry>> find(Handle tx, UUID userId, UUID id) {
        return Together.read(
                tx.createQuery("""
                        select id, timestamp, day, meal_type, foods, total_calories, total_macros, notes, photo_path,
                               planned_meal_instance_id, similarity_score
                          from food_entries
                         where user_id = :user and id = :id
                        """).bind("user", userId).bind("id", id),
                rows -> rows.mapTo(Row.class).map(this::entry).findOne());
    }

    /** As {@link #find}; whoever else changes it waits until this transaction ends. */
    Optional<FoodEntry> lock(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("""
                        select id, timestamp, day, meal_type, foods, total_calories, total_macros, notes, photo_path,
                               planned_meal_instance_id, similarity_score
                          from food_entries
                         where user_id = :user and id = :id
                           for update
                        """)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Row.class)
                .map(this::entry)
                .findOne();
    }

    List<FoodEntry> page(Handle tx, UUID userId, DayRange days, PageRequest page) {
        return tx.createQuery("""
                        select id, timestamp, day, meal_type, foods, total_calories, total_macros, notes, photo_path,
                               planned_meal_instance_id, similarity_score
                          from food_entries
                         where user_id = :user
                           and (:from::date is null or day >= :from)
                           and (:to::date is null or day <= :to)
                           and (:afterMoment::timestamptz is null or (timestamp, id) < (:afterMoment, :afterId::uuid))
                         order by timestamp desc, id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("from", days.from())
                .bind("to", days.to())
                .bind("afterMoment", page.afterMoment())
                .bind("afterId", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(Row.class)
                .map(this::entry)
                .list();
    }

    /** Those of these days, and those of these ids. */
    Supplier<List<FoodEntry>> around(Handle tx, UUID userId, LocalDate from, LocalDate to, Collection<UUID> besides) {
        return Together.read(
                tx.createQuery("""
                        select id, timestamp, day, meal_type, foods, total_calories, total_macros, notes, photo_path,
                               planned_meal_instance_id, similarity_score
                          from food_entries
                         where user_id = :user and (day between :from and :to or id = any (:besides))
                         order by timestamp, id
                        """)
                        .bind("user", userId)
                        .bind("from", from)
                        .bind("to", to)
                        .bindArray("besides", UUID.class, besides),
                rows -> rows.mapTo(Row.class).map(this::entry).list());
    }

    /** Removes it and tells its day, if it was there. */
    Optional<LocalDate> remove(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("delete from food_entries where user_id = :user and id = :id returning day")
                .bind("user", userId)
                .bind("id", id)
                .mapTo(LocalDate.class)
                .findOne();
    }

    List<DailyIntake> intake(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select day, count(*) as entries, sum(total_calories) as calories,
                               sum((total_macros ->> 'protein')::numeric) as protein,
                               sum((total_macros ->> 'carbs')::numeric) as carbs,
                               sum((total_macros ->> 'fat')::numeric) as fat,
                               sum((total_macros ->> 'fibre')::numeric) as fibre,
                               bool_and((total_macros ->> 'fibre_complete')::boolean) as fibre_complete
                          from food_entries
                         where user_id = :user and day between :from and :to
                         group by day
                         order by day
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(DailyIntake.class)
                .list();
    }

    private FoodEntry entry(Row row) {
        return new FoodEntry(
                row.id(),
                row.timestamp(),
                row.day(),
                row.mealType(),
                json.read(row.foods(), FOODS),
                row.totalCalories(),
                json.read(row.totalMacros(), Macros.class),
                row.notes(),
                row.photoPath(),
                row.plannedMealInstanceId(),
                row.similarityScore());
    }
}
