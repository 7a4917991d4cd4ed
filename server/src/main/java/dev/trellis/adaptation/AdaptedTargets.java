package dev.trellis.adaptation;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.programs.TargetsInForce;
import dev.trellis.programs.energy.MacroTargets.Macros;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The program's own targets until a change of them is in force; then those, at the weight the person has by now. */
@ApplicationScoped
class AdaptedTargets implements TargetsInForce {
    private final Database database;
    private final RunningPrograms programs;
    private final EnergyInForce energy;

    AdaptedTargets(Database database, RunningPrograms programs, EnergyInForce energy) {
        this.database = database;
        this.programs = programs;
        this.energy = energy;
    }

    @Override
    public Optional<Macros> on(Actor actor, LocalDate day) {
        return database.as(
                actor,
                tx -> programs.active(tx, actor.userId()).flatMap(program -> on(tx, actor.userId(), program, day)));
    }

    private Optional<Macros> on(Handle tx, UUID userId, RunningProgram program, LocalDate day) {
        var eating = program.eating();
        if (eating == null || !eating.showNumbers()) {
            return Optional.empty();
        }
        int kcal = energy.target(tx, userId, program, day);
        return kcal == eating.calories().target()
                ? Optional.of(eating.macros())
                : FoodTargets.macros(program, energy.weight(tx, userId, program), kcal);
    }
}
