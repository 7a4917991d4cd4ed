package dev.trellis.interventions;

import dev.trellis.events.Events;
import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.tracking.Habit;
import dev.trellis.tracking.Habits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Daily check-ins: today's, or yesterday's for those who went to bed first. */
@ApplicationScoped
public class CheckIns {
    private final Database database;
    private final PeriodStore periods;
    private final ProgressStore progress;
    private final Habits habits;
    private final People people;
    private final SafetyEvents safety;
    private final Events events;
    private final InstantSource clock;

    CheckIns(
            Database database,
            PeriodStore periods,
            ProgressStore progress,
            Habits habits,
            People people,
            SafetyEvents safety,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.periods = periods;
        this.progress = progress;
        this.habits = habits;
        this.people = people;
        this.safety = safety;
        this.events = events;
        this.clock = clock;
    }

    /** What a person says of a day. */
    public record CheckIn(
            Map<UUID, Boolean> habits,
            @Nullable Integer mood,
            @Nullable String note) {}

    /** What became of a check-in. */
    public sealed interface Result {
        /** It is written; a check-in of the same day is replaced. */
        record Recorded(DailyProgress progress, @Nullable SafetyNotice safety) implements Result {}

        /** The day is neither today nor yesterday, or not a day of the period. */
        record OutOfReach(LocalDate earliest, LocalDate latest) implements Result {}

        /** No habit of the period has this id. */
        record UnknownHabit(UUID habitId) implements Result {}

        /** The period does not go on. */
        record WrongState(InterventionPeriod period) implements Result {}

        /** This person has no such period. */
        record UnknownPeriod() implements Result {}
    }

    /** Writes a day of an active period. */
    public Result record(Actor actor, UUID periodId, LocalDate day, CheckIn checkIn) {
        return database.as(actor, tx -> {
            var found = periods.lock(tx, actor.userId(), periodId);
            if (found.isEmpty()) {
                return new Result.UnknownPeriod();
            }
            var period = found.get();
            if (period.status() != PeriodStatus.ACTIVE) {
                return new Result.WrongState(period);
            }
            var today = people.days(tx, actor.userId()).dayOf(clock.instant());
            if (!isInReach(period, day, today)) {
                return new Result.OutOfReach(
                        later(period.startDate(), today.minusDays(1)), earlier(period.lastDay(), today));
            }
            return write(tx, actor, periodId, day, checkIn);
        });
    }

    /** The check-in of a day. */
    public Optional<DailyProgress> find(Actor actor, UUID periodId, LocalDate day) {
        return database.as(actor, tx -> progress.find(tx, actor.userId(), periodId, day));
    }

    /** All check-ins of a period, oldest first; empty when this person has no such period. */
    public Optional<List<DailyProgress>> all(Actor actor, UUID periodId) {
        return database.as(
                actor,
                tx -> periods.find(tx, actor.userId(), periodId)
                        .map(period -> progress.all(tx, actor.userId(), periodId)));
    }

    /** The habits that a check-in of this period is about. */
    public List<Habit> habits(Actor actor, UUID periodId) {
        return database.as(actor, tx -> habits.ofPeriod(tx, actor.userId(), periodId));
    }

    private Result write(Handle tx, Actor actor, UUID periodId, LocalDate day, CheckIn checkIn) {
        var taken = habits.ofPeriod(tx, actor.userId(), periodId);
        var known = taken.stream().map(Habit::id).toList();
        var unknown = checkIn.habits().keySet().stream()
                .filter(id -> !known.contains(id))
                .findFirst();
        if (unknown.isPresent()) {
            return new Result.UnknownHabit(unknown.get());
        }
        var completion = DayCompletion.of(taken, checkIn.habits(), day);
        var unread = unread(tx, actor.userId(), periodId, day, checkIn.note());
        var written = new DailyProgress(day, checkIn.habits(), completion, checkIn.mood(), checkIn.note());
        progress.upsert(tx, actor.userId(), periodId, written);
        var notice = safety.screened(tx, actor, "daily_progress", unread);
        events.publish(tx, new ProgressRecorded(actor.userId(), periodId, day, completion));
        return new Result.Recorded(written, notice);
    }

    /** A note that stays as it is was read before: a day is often saved habit by habit. */
    private @Nullable String unread(Handle tx, UUID userId, UUID periodId, LocalDate day, @Nullable String note) {
        var before = progress.find(tx, userId, periodId, day).map(DailyProgress::note);
        return before.filter(known -> known.equals(note)).isPresent() ? null : note;
    }

    private static boolean isInReach(InterventionPeriod period, LocalDate day, LocalDate today) {
        var recent = day.equals(today) || day.equals(today.minusDays(1));
        return recent && !day.isBefore(period.startDate()) && day.isBefore(period.endDate());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
