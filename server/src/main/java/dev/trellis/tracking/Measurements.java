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
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.tracking.MeasurementResult.Doubtful;
import dev.trellis.tracking.MeasurementResult.Invalid;
import dev.trellis.tracking.MeasurementResult.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What scales and tapes show. A weight that does not fit the earlier ones waits for a second look (domain 01.3). */
@ApplicationScoped
public class Measurements {
    private final Database database;
    private final MeasurementStore store;
    private final People people;
    private final Events events;
    private final InstantSource clock;

    Measurements(Database database, MeasurementStore store, People people, Events events, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps a measurement, on the person's own day. */
    public MeasurementResult take(Actor actor, NewMeasurement measurement) {
        return database.as(actor, tx -> {
            var measuredAt = LoggedMoment.of(measurement.measuredAt(), clock.instant());
            var errors = errors(measurement, measuredAt);
            if (!errors.isEmpty()) {
                return new Invalid(errors);
            }
            var doubt = doubt(tx, actor, measurement, measuredAt);
            return doubt.isPresent() ? doubt.get() : keep(tx, actor, measurement, measuredAt);
        });
    }

    private Kept keep(Handle tx, Actor actor, NewMeasurement measurement, Instant measuredAt) {
        var day = people.days(tx, actor.userId()).dayOf(measuredAt);
        var kept = store.add(tx, actor.userId(), measurement, measuredAt, day);
        events.publish(tx, new MeasurementTaken(actor.userId(), kept.id(), day, kept.weightKg() != null));
        return new Kept(kept);
    }

    /** One's own measurement. */
    public Optional<Measurement> find(Actor actor, UUID id) {
        return database.as(actor, tx -> store.find(tx, actor.userId(), id));
    }

    /** One's own measurements of these days, the latest first. */
    public Page<Measurement> list(Actor actor, DayRange days, PageRequest page) {
        var rows = database.as(actor, tx -> store.page(tx, actor.userId(), days, page));
        return Page.of(rows, page, measurement -> Cursor.at(measurement.measuredAt(), measurement.id()));
    }

    /** What was measured since that day, oldest first, of a person whom whoever acts may see. */
    public List<Measurement> since(Handle tx, UUID userId, LocalDate day) {
        return store.since(tx, userId, day);
    }

    /** What the scale showed last, of a person whom whoever acts may see. */
    public Optional<BigDecimal> latestWeight(Handle tx, UUID userId) {
        return store.latestWeight(tx, userId);
    }

    /** Every weighing of these days, both included, oldest first; of a person whom whoever acts may see. */
    public List<Weighing> weights(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return store.weights(tx, userId, from, to);
    }

    /** Takes a measurement back; false when there is none. */
    public boolean remove(Actor actor, UUID id) {
        return database.as(actor, tx -> {
            var day = store.remove(tx, actor.userId(), id);
            day.ifPresent(its -> events.publish(tx, new MeasurementRemoved(actor.userId(), id, its)));
            return day.isPresent();
        });
    }

    private Optional<Doubtful> doubt(Handle tx, Actor actor, NewMeasurement measurement, Instant measuredAt) {
        var weight = measurement.weightKg();
        if (weight == null || Boolean.TRUE.equals(measurement.confirmed())) {
            return Optional.empty();
        }
        return WeightTrend.of(store.weighings(tx, actor.userId(), measuredAt)).reversed().stream()
                .findFirst()
                .filter(trend -> trend.doubts(weight.doubleValue()))
                .map(trend ->
                        new Doubtful(weight, BigDecimal.valueOf(trend.kg()).setScale(1, RoundingMode.HALF_UP)));
    }

    private List<FieldError> errors(NewMeasurement measurement, Instant measuredAt) {
        var errors = new ArrayList<FieldError>();
        if (!LoggedMoment.isPossible(measuredAt, clock.instant())) {
            errors.add(new FieldError("/measured_at", LoggedMoment.RULE));
        }
        if (measurement.isEmpty()) {
            errors.add(new FieldError("/weight_kg", "At least one measure is needed, such as weight_kg."));
        }
        if ((measurement.bodyFatPercent() == null) != (measurement.bodyFatMethod() == null)) {
            errors.add(new FieldError(
                    "/body_fat_method", "Body fat comes with how it was measured, for methods differ widely."));
        }
        return errors;
    }
}
