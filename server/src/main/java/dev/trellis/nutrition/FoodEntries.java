package dev.trellis.nutrition;

import dev.trellis.events.Events;
import dev.trellis.identity.People;
import dev.trellis.nutrition.FoodEntryResult.Invalid;
import dev.trellis.nutrition.FoodEntryResult.Kept;
import dev.trellis.nutrition.FoodEntryResult.Unknown;
import dev.trellis.nutrition.FoodEntryStore.Content;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.LoggedMoment;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.PersonTurn;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.platform.TimedId;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people eat: logged with its nutrients, corrected with what it was before, taken back. */
@ApplicationScoped
public class FoodEntries {
    private final Database database;
    private final FoodEntryStore store;
    private final FoodAudit audit;
    private final Foods foods;
    private final People people;
    private final SafetyEvents safety;
    private final Events events;
    private final InstantSource clock;

    FoodEntries(
            Database database,
            FoodEntryStore store,
            FoodAudit audit,
            Foods foods,
            People people,
            SafetyEvents safety,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.audit = audit;
        this.foods = foods;
        this.people = people;
        this.safety = safety;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps what was eaten, on the person's own day. */
    public FoodEntryResult log(Actor actor, NewFoodEntry entry) {
        // What was kept is read with the end of the transaction.
        return database.as(actor, tx -> add(tx, actor, entry)).get();
    }

    private Supplier<FoodEntryResult> add(Handle tx, Actor actor, NewFoodEntry entry) {
        var named = named(tx, entry.foods(), Map.of());
        var days = people.daysWithOthers(tx, actor.userId());
        var plate = Plate.of(entry.foods(), named.get(), Map.of());
        var timestamp = LoggedMoment.of(entry.timestamp(), clock.instant());
        var errors = errors(timestamp, plate);
        if (!errors.isEmpty()) {
            return () -> new Invalid(errors);
        }
        var content = content(days.get().dayOf(timestamp), timestamp, entry.mealType(), plate, entry.notes());
        var id = TimedId.next();
        store.add(tx, actor.userId(), id, content);
        events.publish(
                tx, new FoodLogged(actor.userId(), id, content.day(), content.mealType(), content.totalCalories()));
        var notice = screened(tx, actor, content, null);
        var matched = store.find(tx, actor.userId(), id);
        return () -> new Kept(matched.get().orElseThrow(), notice);
    }

    /**
     * Corrects an entry and keeps what it was; a correction that changes nothing leaves no trace.
     *
     * @param change sees the entry as it is, and nobody else changes it meanwhile
     */
    public FoodEntryResult correct(Actor actor, UUID id, Function<FoodEntry, FoodCorrection> change) {
        return database.as(actor, tx -> {
            PersonTurn.take(tx, actor.userId());
            var original = store.lock(tx, actor.userId(), id).orElse(null);
            if (original == null) {
                return new Unknown();
            }
            var correction = change.apply(original);
            var kept = original.foods().stream()
                    .collect(Collectors.toMap(FoodItem::of, Function.identity(), (first, second) -> first));
            var plate = Plate.of(
                    correction.foods(), named(tx, correction.foods(), kept).get(), kept);
            var timestamp = LoggedMoment.of(correction.timestamp(), clock.instant());
            var errors = errors(timestamp, plate);
            return errors.isEmpty() ? correct(tx, actor, original, correction, timestamp, plate) : new Invalid(errors);
        });
    }

    private Kept correct(
            Handle tx, Actor actor, FoodEntry original, FoodCorrection correction, Instant timestamp, Plate plate) {
        var day = people.days(tx, actor.userId()).dayOf(timestamp);
        var content = content(day, timestamp, correction.mealType(), plate, correction.notes());
        // A label is not shifted when the person has moved since; only another moment has another day.
        var onItsDay = timestamp.equals(original.timestamp())
                ? new Content(timestamp, original.day(), content.mealType(), content.foods(), content.notes())
                : content;
        var corrected = store.change(tx, actor.userId(), original.id(), onItsDay);
        var reason = worded(correction.reason());
        if (!corrected.equals(original)) {
            audit.add(tx, actor.userId(), original, corrected, reason, clock.instant());
            events.publish(tx, new FoodCorrected(actor.userId(), original.id(), original.day(), corrected.day()));
            corrected = asMatched(tx, actor, corrected);
        }
        return new Kept(corrected, screened(tx, actor, onItsDay, reason));
    }

    /** As it is after those who listen have said which planned meal it was. */
    private FoodEntry asMatched(Handle tx, Actor actor, FoodEntry entry) {
        return store.find(tx, actor.userId(), entry.id()).get().orElseThrow();
    }

    /** One's own entry. */
    public Optional<FoodEntry> find(Actor actor, UUID id) {
        return database.as(actor, tx -> store.find(tx, actor.userId(), id)).get();
    }

    /** One's own entries of these days, the latest eaten first. */
    public Page<FoodEntry> list(Actor actor, DayRange days, PageRequest page) {
        var rows = database.as(actor, tx -> store.page(tx, actor.userId(), days, page));
        return Page.of(rows, page, entry -> Cursor.at(entry.timestamp(), entry.id()));
    }

    /** What was logged on each day from one to another that has an entry, oldest first. */
    public List<DailyIntake> intake(Actor actor, LocalDate from, LocalDate to) {
        return database.as(actor, tx -> store.intake(tx, actor.userId(), from, to));
    }

    /** As {@link #intake(Actor, LocalDate, LocalDate)}, of a person whom whoever acts may see. */
    public List<DailyIntake> intake(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return store.intake(tx, userId, from, to);
    }

    /** Takes an entry back, corrections and all; false when there is none. */
    public boolean remove(Actor actor, UUID id) {
        return database.as(actor, tx -> {
            PersonTurn.take(tx, actor.userId());
            var day = store.remove(tx, actor.userId(), id);
            day.ifPresent(its -> events.publish(tx, new FoodRemoved(actor.userId(), id, its)));
            return day.isPresent();
        });
    }

    /** The corrections of one's own entry, newest first; nothing when there is no such entry. */
    public Optional<Page<FoodAuditEntry>> corrections(Actor actor, UUID id, PageRequest page) {
        return database.as(
                actor,
                tx -> store.find(tx, actor.userId(), id)
                        .get()
                        .map(entry -> Page.of(
                                audit.page(tx, actor.userId(), id, page),
                                page,
                                correction -> new Cursor(correction.id()))));
    }

    /** The foods of the table that items name which were not logged before. */
    private Supplier<Map<String, Food>> named(Handle tx, List<FoodItem> items, Map<FoodItem, EatenFood> kept) {
        var named = items.stream()
                .filter(item -> !kept.containsKey(item))
                .map(FoodItem::foodId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return named.isEmpty() ? Map::of : foods.find(tx, named);
    }

    private List<FieldError> errors(Instant timestamp, Plate plate) {
        var errors = new ArrayList<>(plate.errors());
        if (!LoggedMoment.isPossible(timestamp, clock.instant())) {
            errors.add(new FieldError("/timestamp", LoggedMoment.RULE));
        }
        return errors;
    }

    private static Content content(
            LocalDate day, Instant timestamp, @Nullable MealType mealType, Plate plate, @Nullable String notes) {
        return new Content(timestamp, day, mealType, plate.foods(), worded(notes));
    }

    /** What we named says nothing of this kind; names and words of their own may. */
    private @Nullable SafetyNotice screened(Handle tx, Actor actor, Content content, @Nullable String reason) {
        var names = content.foods().stream()
                .flatMap(food -> Stream.of(food.foodId() == null ? food.name() : null, food.quantity()));
        var words = Stream.concat(names, Stream.of(content.notes(), reason)).filter(Objects::nonNull);
        return safety.screened(tx, actor, "food_entry", words.toArray(String[]::new));
    }

    private static @Nullable String worded(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
