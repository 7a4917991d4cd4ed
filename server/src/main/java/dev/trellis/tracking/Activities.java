package dev.trellis.tracking;

import dev.trellis.events.Events;
import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.LoggedMoment;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.PersonTurn;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.tracking.ActivityResult.AlreadyImported;
import dev.trellis.tracking.ActivityResult.Invalid;
import dev.trellis.tracking.ActivityResult.Kept;
import dev.trellis.tracking.ActivityResult.Unknown;
import dev.trellis.tracking.ActivityResult.Unreadable;
import dev.trellis.tracking.ActivityResult.WhatWasIt;
import dev.trellis.tracking.ActivityStore.Origin;
import dev.trellis.tracking.file.ActivityFile;
import dev.trellis.tracking.file.FileReading.Refused;
import dev.trellis.tracking.file.FileReading.Understood;
import dev.trellis.tracking.file.FileSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people do: told by hand or read from a file, changed, taken back. */
@ApplicationScoped
public class Activities {
    private final Database database;
    private final ActivityStore store;
    private final People people;
    private final SafetyEvents safety;
    private final Events events;
    private final InstantSource clock;

    Activities(
            Database database,
            ActivityStore store,
            People people,
            SafetyEvents safety,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.people = people;
        this.safety = safety;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps what was done, on the person's own day of its start. */
    public ActivityResult log(Actor actor, NewActivity activity) {
        return database.as(actor, tx -> log(tx, actor, activity, Origin.MANUAL));
    }

    /**
     * Keeps what a GPX or TCX file says was done. The file itself is not kept, nor any place in it.
     *
     * @param type what it was, when the file does not say or is wrong about it
     */
    public ActivityResult read(Actor actor, byte[] file, @Nullable ActivityType type) {
        return switch (ActivityFile.read(file)) {
            case Refused(var why) -> new Unreadable(why);
            case Understood(var summary) -> {
                var kind = Optional.ofNullable(type)
                        .or(() -> Optional.ofNullable(summary.sport()).flatMap(ActivityType::ofSport));
                var origin = new Origin(Activity.Source.valueOf(summary.format().name()), FileDigest.of(file));
                yield kind.isEmpty()
                        ? new WhatWasIt()
                        : database.as(actor, tx -> log(tx, actor, told(summary, kind.get()), origin));
            }
        };
    }

    private ActivityResult log(Handle tx, Actor actor, NewActivity told, Origin origin) {
        var activity = tidied(told);
        var startedAt = start(activity);
        var errors = errors(activity, startedAt);
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        var day = people.days(tx, actor.userId()).dayOf(startedAt);
        var added = store.add(tx, actor.userId(), activity, startedAt, day, origin);
        if (added.isEmpty()) {
            var digest = Objects.requireNonNull(origin.digest());
            return new AlreadyImported(store.ofFile(tx, actor.userId(), digest).orElseThrow());
        }
        var logged = added.get();
        events.publish(
                tx,
                new ActivityLogged(
                        actor.userId(), logged.id(), day, logged.type(), logged.durationS(), logged.source()));
        return new Kept(asMatched(tx, actor, logged), safety.screened(tx, actor, "activity", activity.notes()));
    }

    /** As it is after those who listen have said which planned session it was. */
    private Activity asMatched(Handle tx, Actor actor, Activity activity) {
        return store.find(tx, actor.userId(), activity.id()).orElseThrow();
    }

    /**
     * Changes an activity; a change that changes nothing is none.
     *
     * @param change sees the activity as it is, and nobody else changes it meanwhile
     */
    public ActivityResult change(Actor actor, UUID id, Function<Activity, NewActivity> change) {
        return database.as(actor, tx -> {
            PersonTurn.take(tx, actor.userId());
            var before = store.lock(tx, actor.userId(), id).orElse(null);
            if (before == null) {
                return new Unknown();
            }
            var wanted = tidied(change.apply(before));
            var startedAt = wanted.startedAt() == null ? before.startedAt() : start(wanted);
            var errors = errors(wanted, startedAt);
            if (!errors.isEmpty()) {
                return new Invalid(errors);
            }
            // A label is not shifted when the person has moved since; only another start has another day.
            var day = startedAt.equals(before.startedAt())
                    ? before.day()
                    : people.days(tx, actor.userId()).dayOf(startedAt);
            var after = store.change(tx, actor.userId(), id, wanted, startedAt, day);
            if (!after.equals(before)) {
                events.publish(tx, new ActivityChanged(actor.userId(), id, before.day(), day));
                after = asMatched(tx, actor, after);
            }
            return new Kept(after, safety.screened(tx, actor, "activity", wanted.notes()));
        });
    }

    /** One's own activity. */
    public Optional<Activity> find(Actor actor, UUID id) {
        return database.as(actor, tx -> store.find(tx, actor.userId(), id));
    }

    /** One's own activities of these days, the latest start first. */
    public Page<Activity> list(Actor actor, DayRange days, PageRequest page) {
        var rows = database.as(actor, tx -> store.page(tx, actor.userId(), days, page));
        return Page.of(rows, page, activity -> Cursor.at(activity.startedAt(), activity.id()));
    }

    /** The activities of these days, both included, oldest first; of a person whom whoever acts may see. */
    public List<Activity> between(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return store.around(tx, userId, from, to, List.of());
    }

    /** Takes an activity back; false when there is none. */
    public boolean remove(Actor actor, UUID id) {
        return database.as(actor, tx -> {
            PersonTurn.take(tx, actor.userId());
            var day = store.remove(tx, actor.userId(), id);
            day.ifPresent(its -> events.publish(tx, new ActivityRemoved(actor.userId(), id, its)));
            return day.isPresent();
        });
    }

    private Instant start(NewActivity activity) {
        var now = clock.instant();
        return LoggedMoment.of(activity.startedAt(), now.minusSeconds(activity.durationS()));
    }

    private List<FieldError> errors(NewActivity activity, Instant startedAt) {
        var errors = new ArrayList<FieldError>();
        var now = clock.instant();
        if (!LoggedMoment.isPossible(startedAt, now)) {
            errors.add(new FieldError("/started_at", LoggedMoment.RULE));
        } else if (!LoggedMoment.isPossible(startedAt.plusSeconds(activity.durationS()), now)) {
            errors.add(new FieldError("/duration_s", "It would end in the future; log it when it is over."));
        }
        if (activity.averageHeartRate() != null
                && activity.maxHeartRate() != null
                && activity.averageHeartRate() > activity.maxHeartRate()) {
            errors.add(new FieldError("/average_heart_rate", "The average is at most the highest heart rate."));
        }
        var exercises = Objects.requireNonNullElse(activity.exercises(), List.<DoneExercise>of());
        for (var i = 0; i < exercises.size(); i++) {
            var sets = exercises.get(i).sets();
            for (var j = 0; j < sets.size(); j++) {
                if (sets.get(j).reps() == null && sets.get(j).seconds() == null) {
                    errors.add(new FieldError(
                            "/exercises/" + i + "/sets/" + j, "A set has repetitions, or the seconds it was held."));
                }
            }
        }
        return errors;
    }

    private static NewActivity told(FileSummary summary, ActivityType type) {
        return new NewActivity(
                type,
                summary.startedAt(),
                summary.durationS(),
                summary.distanceM(),
                summary.elevationGainM(),
                null,
                summary.averageHeartRate(),
                summary.maxHeartRate(),
                summary.energyKcal(),
                null,
                null);
    }

    private static NewActivity tidied(NewActivity told) {
        var notes = told.notes() == null || told.notes().isBlank()
                ? null
                : told.notes().strip();
        return new NewActivity(
                told.type(),
                told.startedAt(),
                told.durationS(),
                told.distanceM(),
                told.elevationGainM(),
                told.rpe(),
                told.averageHeartRate(),
                told.maxHeartRate(),
                told.energyKcal(),
                told.exercises(),
                notes);
    }
}
