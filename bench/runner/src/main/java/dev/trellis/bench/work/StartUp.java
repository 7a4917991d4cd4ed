package dev.trellis.bench.work;

import dev.trellis.bench.harness.Bound;
import dev.trellis.bench.harness.Figure;
import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.Ratio;
import dev.trellis.bench.harness.Rounds;
import dev.trellis.bench.stage.BarePostgres;
import dev.trellis.bench.stage.BareServer;
import dev.trellis.bench.stage.Population;
import dev.trellis.bench.stage.Postgres;
import dev.trellis.bench.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the start of the process to the first answer, beside a bare server plus a bare start of the same PostgreSQL. */
public final class StartUp implements Benchmark {
    private static final int ROUNDS = 5;
    private static final int BARE_PORT = 54_329;

    private final List<Double> bareServers = new ArrayList<>();
    private final List<Double> barePostgres = new ArrayList<>();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Finding> run(Stage stage) throws Exception {
        var people = stage.people(stage.size(2000), 6);
        var period = people.open("Now", 0, 1).getFirst();
        people.settle();
        var password = stage.database().password();
        var rounds = Rounds.inTurn(
                1,
                ROUNDS,
                round -> {
                    stage.narrator().say("start, round %d", round);
                    stage.stop();
                },
                round -> stage.restart().secondsToStart(),
                round -> bare(stage, period, password, round));
        stage.restart();
        return List.of(new Finding(
                "start to first answer",
                Figure.product(rounds.productMedian(), "s"),
                new Figure(
                        rounds.yardstickMedian(),
                        "s",
                        String.format(
                                "bare server %.2f + PostgreSQL %.2f",
                                Ratio.median(bareServers), Ratio.median(barePostgres))),
                rounds.ratio(),
                Bound.under(2),
                Map.of("rounds", rounds, "bare server", bareServers, "bare PostgreSQL", barePostgres)));
    }

    private double bare(Stage stage, Population.Period period, String password, int round) throws Exception {
        try (var postgres = BarePostgres.start(stage.home(), BARE_PORT, password);
                var server = BareServer.start(
                        stage.home(),
                        new Postgres(BARE_PORT, password),
                        BareServer.path(period.userId(), period.id()))) {
            if (round >= 0) {
                bareServers.add(server.secondsToStart());
                barePostgres.add(postgres.secondsToStart());
            }
            return server.secondsToStart() + postgres.secondsToStart();
        }
    }
}
