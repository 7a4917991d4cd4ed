package dev.trellis.bench.work;

import dev.trellis.bench.harness.Bound;
import dev.trellis.bench.harness.Crew;
import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.Rounds;
import dev.trellis.bench.stage.NightJob;
import dev.trellis.bench.stage.Postgres;
import dev.trellis.bench.stage.School;
import dev.trellis.bench.stage.Stage;
import java.util.List;

/** The nightly evaluation of an institution's students, beside set-based SQL by hand. */
public final class AssessNight implements Benchmark {
    private static final int ENROLLMENTS = 50_000;
    private static final int BATCH = 2500;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "assess-night";
    }

    @Override
    public List<Finding> run(Stage stage) throws Exception {
        var count = stage.size(ENROLLMENTS);
        var job = new NightJob(stage.database(), stage.server().port(), "assess_students");
        var deliveries = new NightJob(stage.database(), stage.server().port(), "work_off_deliveries");
        job.postpone();
        var people = stage.people(School.people(count), 0);
        stage.narrator().say("making %,d enrollments with some twenty learning events each", count);
        var school = School.make(stage.database(), count);
        var batches = school.batches(BATCH);
        var rounds = Rounds.inTurn(
                1,
                ROUNDS,
                round -> stage.narrator().say("assess-night, round %d", round),
                round -> {
                    deliveries.postpone();
                    var rate = count / job.run(people.operator(), count);
                    job.postpone();
                    school.forget();
                    return rate;
                },
                round -> {
                    deliveries.postpone();
                    try (var worker =
                            Crew.of(1, () -> new AssessByHand(stage.database().as(Postgres.JOBS)))) {
                        var load = worker.perform(batches.size(), (connection, n) -> connection.assess(batches.get(n)));
                        return count / load.seconds();
                    } finally {
                        school.forget();
                    }
                });
        return List.of(Finding.rates(
                String.format("evaluate %,d enrollments at night", count),
                rounds,
                "set-based SQL",
                Bound.atLeast(0.80)));
    }
}
