package dev.trellis.adaptation;

import dev.trellis.identity.People;
import dev.trellis.nutrition.FoodEntries;
import dev.trellis.nutrition.FoodEntryResult;
import dev.trellis.nutrition.FoodItem;
import dev.trellis.nutrition.MealType;
import dev.trellis.nutrition.NewFoodEntry;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.platform.ProblemException;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.training.PlannedCardio;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.tracking.Activities;
import dev.trellis.tracking.ActivityResult;
import dev.trellis.tracking.ActivityType;
import dev.trellis.tracking.DoneExercise;
import dev.trellis.tracking.NewActivity;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Planned sessions and meals one at a time, and saying of one that it was done: what was done is logged and given to it by
 * hand in one transaction, so that no matching decides otherwise.
 */
@ApplicationScoped
public class PlannedEntries {
    private static final LocalTime SOME_TIME = LocalTime.NOON;

    private final Database database;
    private final Calendar calendar;
    private final Activities activities;
    private final FoodEntries foods;
    private final HandLinking links;
    private final People people;
    private final InstantSource clock;

    PlannedEntries(
            Database database,
            Calendar calendar,
            Activities activities,
            FoodEntries foods,
            HandLinking links,
            People people,
            InstantSource clock) {
        this.database = database;
        this.calendar = calendar;
        this.activities = activities;
        this.foods = foods;
        this.links = links;
        this.people = people;
        this.clock = clock;
    }

    /** What became of saying that something planned was done. */
    public sealed interface Done {
        /** It is logged; with help when the words sounded like somebody who needs it. */
        record Logged(@Nullable SafetyNotice safety) implements Done {}

        /** Some of it cannot be; nothing was kept. */
        record Invalid(List<FieldError> errors) implements Done {}

        /** Its day has not come. */
        record NotYet() implements Done {}

        /** It was called off, and is not waited for. */
        record CalledOff() implements Done {}

        /** The person has no such entry. */
        record Unknown() implements Done {}
    }

    /**
     * A session as it was done.
     *
     * @param startedAt the person's own time of its day; null for as planned
     * @param rpe       effort of the whole session, 0 (none) to 10 (all there is)
     */
    public record DoneSession(
            @Nullable LocalTime startedAt,
            int minutes,
            @Nullable BigDecimal km,
            @Nullable Integer rpe,
            @Nullable Integer averageHeartRate,
            List<DoneExercise> exercises,
            @Nullable String notes) {
        public DoneSession {
            exercises = List.copyOf(exercises);
        }
    }

    /** One's own entry of the calendar. */
    public Optional<CalendarEvent> find(Actor actor, UUID id) {
        return database.as(actor, tx -> find(tx, actor, id));
    }

    /** Logs a session and gives it to the planned one. */
    public Done did(Actor actor, UUID id, DoneSession done) {
        return database.as(actor, tx -> {
            var entry = find(tx, actor, id)
                    .filter(found -> found.kind() == CalendarEvent.Kind.SESSION)
                    .orElse(null);
            return entry == null
                    ? new Done.Unknown()
                    : when(tx, actor, entry, done.startedAt(), planned -> {
                        var latest = clock.instant().minus(Duration.ofMinutes(done.minutes()));
                        // What is over already began that long ago at the latest.
                        var moment = done.startedAt() == null && planned.isAfter(latest) ? latest : planned;
                        var cardio = entry.session().cardio();
                        var activity = new NewActivity(
                                type(cardio),
                                moment,
                                done.minutes() * 60,
                                done.km() == null ? null : done.km().movePointRight(3),
                                null,
                                done.rpe(),
                                done.averageHeartRate(),
                                null,
                                null,
                                done.exercises().isEmpty() ? null : done.exercises(),
                                done.notes());
                        return switch (activities.log(actor, activity)) {
                            case ActivityResult.Kept(var kept, var safety) -> {
                                links.linkActivity(actor, kept.id(), entry.itemId());
                                yield new Done.Logged(safety);
                            }
                            case ActivityResult.Invalid(var errors) -> new Done.Invalid(errors);
                            case ActivityResult other ->
                                throw new IllegalStateException("not of a session by hand: " + other);
                        };
                    });
        });
    }

    /** Logs a meal and gives it to the planned one. */
    public Done ate(Actor actor, UUID id, @Nullable LocalTime at, List<FoodItem> items) {
        return database.as(actor, tx -> {
            var entry = find(tx, actor, id)
                    .filter(found -> found.kind() == CalendarEvent.Kind.MEAL)
                    .orElse(null);
            return entry == null
                    ? new Done.Unknown()
                    : when(tx, actor, entry, at, moment -> {
                        var type = MealType.valueOf(entry.meal().meal().name());
                        return switch (foods.log(actor, new NewFoodEntry(moment, type, items, null))) {
                            case FoodEntryResult.Kept(var kept, var safety) -> {
                                links.linkEntry(actor, kept.id(), entry.itemId());
                                yield new Done.Logged(safety);
                            }
                            case FoodEntryResult.Invalid(var errors) -> new Done.Invalid(errors);
                            case FoodEntryResult.Unknown() -> throw ProblemException.notFound("food entry");
                        };
                    });
        });
    }

    private interface Logging {
        Done at(Instant moment);
    }

    /** Something done today cannot begin later than now. */
    private Done when(Handle tx, Actor actor, CalendarEvent entry, @Nullable LocalTime told, Logging logging) {
        if (entry.status() == CalendarEvent.Status.OFF) {
            return new Done.CalledOff();
        }
        var days = people.days(tx, actor.userId());
        var now = clock.instant();
        if (entry.date().isAfter(days.dayOf(now))) {
            return new Done.NotYet();
        }
        var time = told != null ? told : entry.startTime() != null ? entry.startTime() : SOME_TIME;
        // Times before the person's day begins belong to the night after it.
        var date = time.isBefore(days.dayStart()) ? entry.date().plusDays(1) : entry.date();
        var moment = date.atTime(time).atZone(days.zone()).toInstant();
        return logging.at(moment.isAfter(now) ? now : moment);
    }

    private Optional<CalendarEvent> find(Handle tx, Actor actor, UUID id) {
        return calendar.lock(tx, actor.userId(), List.of(id)).stream().findFirst();
    }

    private static ActivityType type(@Nullable PlannedCardio cardio) {
        return cardio == null
                ? ActivityType.STRENGTH
                : ActivityType.ofSport(cardio.exerciseId()).orElse(ActivityType.HIIT);
    }
}
