package dev.trellis.adaptation;

import dev.trellis.programs.Rounding;
import dev.trellis.programs.energy.CalorieTarget;
import dev.trellis.tracking.Measurements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a day's energy is now: the program's target with every change applied, its floor, and what keeps the weight. */
@ApplicationScoped
class EnergyInForce {
    private final Measurements measurements;

    EnergyInForce(Measurements measurements) {
        this.measurements = measurements;
    }

    /** The target of a day, in kcal; only of a program that has targets. */
    int target(Handle tx, UUID userId, RunningProgram program, LocalDate day) {
        return target(tx, userId, program, day, true);
    }

    /** The same without breaks that end by themselves. */
    int lastingTarget(Handle tx, UUID userId, RunningProgram program, LocalDate day) {
        return target(tx, userId, program, day, false);
    }

    private static int target(Handle tx, UUID userId, RunningProgram program, LocalDate day, boolean breaks) {
        return tx.createQuery("""
                        select (after ->> 'kcal')::int
                          from plan_change_events
                         where user_id = :user and program_id = :program and status = 'applied'
                           and (kind = 'calories' or (:breaks and kind = 'diet_break')) and effective_from <= :day
                           and (after ->> 'until' is null or (after ->> 'until')::date >= :day)
                         order by kind = 'diet_break' desc, effective_from desc, applied_at desc
                         limit 1
                        """)
                .bind("user", userId)
                .bind("program", program.id())
                .bind("day", day)
                .bind("breaks", breaks)
                .mapTo(Integer.class)
                .findOne()
                .orElseGet(() ->
                        Objects.requireNonNull(program.eating()).calories().target());
    }

    /** The least of a day, in kcal, at the person's latest weight (domain 01.5). */
    int floor(Handle tx, UUID userId, RunningProgram program, LocalDate day) {
        double kg = weight(tx, userId, program);
        return CalorieTarget.floor(
                program.bodyAt(kg), fatFree(program, kg, day), program.request().exerciseKcal());
    }

    /** What the scale showed last, or what was told before the program; kg. */
    double weight(Handle tx, UUID userId, RunningProgram program) {
        return measurements
                .latestWeight(tx, userId)
                .map(Number::doubleValue)
                .orElseGet(() -> program.request().health().body().kg());
    }

    /** What the person spends, as far as is known by now, in kcal a day. */
    int maintenance(Handle tx, UUID userId, RunningProgram program) {
        return Rounding.toTen(tx.createQuery("""
                        select (inputs -> 'expenditure' ->> 'kcal')::float8
                          from controller_states
                         where user_id = :user and program_id = :program and loop = 'calories'
                         order by reviewed_on desc
                         limit 1
                        """)
                .bind("user", userId)
                .bind("program", program.id())
                .mapTo(Double.class)
                .findOne()
                .orElseGet(() ->
                        Objects.requireNonNull(program.eating()).expenditure().kcal()));
    }

    private static @Nullable Double fatFree(RunningProgram program, double kg, LocalDate day) {
        var fat = program.request().bodyFat();
        return fat != null && fat.isTrusted(day) ? (Double) fat.fatFreeMass(kg) : null;
    }
}
