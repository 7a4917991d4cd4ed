package dev.trellis.tracking;

import dev.trellis.platform.DayRange;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of measurements. */
@ApplicationScoped
class MeasurementStore {
    /** Earlier ones move the trend by less than a scale shows. */
    private static final int MOST_WEIGHINGS = 200;

    Measurement add(Handle tx, UUID userId, NewMeasurement measurement, Instant measuredAt, LocalDate day) {
        return tx.createQuery("""
                        insert into body_measurements
                               (user_id, measured_at, day, weight_kg, body_fat_percent, body_fat_method, waist_cm, hip_cm,
                                chest_cm, thigh_cm, upper_arm_cm)
                        values (:user, :measuredAt, :day, :weightKg, :bodyFatPercent, :bodyFatMethod, :waistCm, :hipCm,
                                :chestCm, :thighCm, :upperArmCm)
                        returning id, measured_at, day, weight_kg, body_fat_percent, body_fat_method, waist_cm, hip_cm,
                                  chest_cm, thigh_cm, upper_arm_cm
                        """)
                .bind("user", userId)
                .bind("measuredAt", measuredAt)
                .bind("day", day)
                .bind("weightKg", measurement.weightKg())
                .bind("bodyFatPercent", measurement.bodyFatPercent())
                .bind("bodyFatMethod", measurement.bodyFatMethod())
                .bind("waistCm", measurement.waistCm())
                .bind("hipCm", measurement.hipCm())
                .bind("chestCm", measurement.chestCm())
                .bind("thighCm", measurement.thighCm())
                .bind("upperArmCm", measurement.upperArmCm())
                .mapTo(Measurement.class)
                .one();
    }

    Optional<Measurement> find(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("""
                        select id, measured_at, day, weight_kg, body_fat_percent, body_fat_method, waist_cm, hip_cm,
                               chest_cm, thigh_cm, upper_arm_cm
                          from body_measurements
                         where user_id = :user and id = :id
                        """)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Measurement.class)
                .findOne();
    }

    List<Measurement> page(Handle tx, UUID userId, DayRange days, PageRequest page) {
        return tx.createQuery("""
                        select id, measured_at, day, weight_kg, body_fat_percent, body_fat_method, waist_cm, hip_cm,
                               chest_cm, thigh_cm, upper_arm_cm
                          from body_measurements
                         where user_id = :user
                           and (:from::date is null or day >= :from)
                           and (:to::date is null or day <= :to)
                           and (:afterMoment::timestamptz is null or (measured_at, id) < (:afterMoment, :afterId::uuid))
                         order by measured_at desc, id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("from", days.from())
                .bind("to", days.to())
                .bind("afterMoment", page.afterMoment())
                .bind("afterId", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(Measurement.class)
                .list();
    }

    List<Measurement> since(Handle tx, UUID userId, LocalDate day) {
        return tx.createQuery("""
                        select id, measured_at, day, weight_kg, body_fat_percent, body_fat_method, waist_cm, hip_cm,
                               chest_cm, thigh_cm, upper_arm_cm
                          from body_measurements
                         where user_id = :user and day >= :day
                         order by measured_at, id
                        """)
                .bind("user", userId)
                .bind("day", day)
                .mapTo(Measurement.class)
                .list();
    }

    /** The latest weighings up to a moment, oldest first. */
    List<Weighing> weighings(Handle tx, UUID userId, Instant until) {
        return tx.createQuery("""
                        select day, weight_kg as kg
                          from body_measurements
                         where user_id = :user and weight_kg is not null and measured_at <= :until
                         order by measured_at desc, id desc
                         limit :most
                        """)
                .bind("user", userId)
                .bind("until", until)
                .bind("most", MOST_WEIGHINGS)
                .mapTo(Weighing.class)
                .list()
                .reversed();
    }

    List<Weighing> weights(Handle tx, UUID userId, LocalDate from, LocalDate to) {
        return tx.createQuery("""
                        select day, weight_kg as kg
                          from body_measurements
                         where user_id = :user and weight_kg is not null and day between :from and :to
                         order by measured_at, id
                        """)
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Weighing.class)
                .list();
    }

    Optional<BigDecimal> latestWeight(Handle tx, UUID userId) {
        return tx.createQuery("""
                        select weight_kg
                          from body_measurements
                         where user_id = :user and weight_kg is not null
                         order by measured_at desc, id desc
                         limit 1
                        """).bind("user", userId).mapTo(BigDecimal.class).findOne();
    }

    /** Removes it and tells its day, if it was there. */
    Optional<LocalDate> remove(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("delete from body_measurements where user_id = :user and id = :id returning day")
                .bind("user", userId)
                .bind("id", id)
                .mapTo(LocalDate.class)
                .findOne();
    }
}
