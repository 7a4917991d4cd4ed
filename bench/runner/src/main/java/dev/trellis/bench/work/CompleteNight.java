package dev.trellis.bench.work;

import dev.trellis.bench.harness.Bound;
import dev.trellis.bench.harness.Crew;
import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.Rounds;
import dev.trellis.bench.stage.NightJob;
import dev.trellis.bench.stage.Population;
import dev.trellis.bench.stage.Postgres;
import dev.trellis.bench.stage.Stage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The nightly completion of expired periods, beside set-based SQL by hand, and beside one transaction a period. */
public final class CompleteNight implements Benchmark {
    private static final int PERIODS = 100_000;
    private static final int WORKERS = 2;
    private static final int ROUNDS = 3;
    private static final int ONE_BY_ONE = 2000;
    private static final String NAME = "Tonight";

    @Override
    public String name() {
        return "complete-night";
    }

    @Override
    public List<Finding> run(Stage stage) throws Exception {
        var count = stage.size(PERIODS);
        var job = new NightJob(stage.database(), stage.server().port(), "complete_expired_periods");
        job.postpone();
        var people = stage.people(count, 0);
        stage.narrator().say("opening %,d expired periods with 14 check-ins and 3 habits each", count);
        var periods = people.open(NAME, 0, count);
        people.settle();
        var oneByOne = new ArrayList<Double>();
        var rounds = Rounds.inTurn(
                1,
                ROUNDS,
                round -> stage.narrator().say("complete-night, round %d", round),
                round -> {
                    var rate = count / job.run(people.operator(), count);
                    reopen(job, people);
                    return rate;
                },
                round -> {
                    var rate = byHand(stage, count);
                    reopen(job, people);
                    if (round >= 0) {
                        oneByOne.add(oneByOne(stage, periods.subList(0, Math.min(count, stage.size(ONE_BY_ONE)))));
                        reopen(job, people);
                    }
                    return rate;
                });
        return findings(count, rounds, oneByOne);
    }

    private static void reopen(NightJob job, Population people) throws SQLException {
        job.postpone();
        people.reopen(NAME);
    }

    private static double byHand(Stage stage, int count) throws Exception {
        try (var workers =
                Crew.of(WORKERS, () -> new NightByHand(stage.database().as(Postgres.JOBS)))) {
            var load = workers.perform(WORKERS, (worker, n) -> worker.completeAll());
            return count / load.seconds();
        }
    }

    private static double oneByOne(Stage stage, List<Population.Period> periods) throws Exception {
        try (var worker = Crew.of(1, () -> new CompletionByHand(stage.database().as(Postgres.APP)))) {
            return worker.perform(periods.size(), (connection, n) -> connection.complete(periods.get(n)))
                    .rate();
        }
    }

    private static List<Finding> findings(int count, Rounds rounds, List<Double> oneByOne) {
        var work = String.format("complete %,d expired periods", count);
        var beside = new Rounds(rounds.product(), List.copyOf(oneByOne));
        return List.of(
                Finding.rates(work, rounds, "set-based SQL", Bound.atLeast(0.80)),
                Finding.rates("the same, beside one by one", beside, "raw, one at a time", Bound.atLeast(8)));
    }
}
