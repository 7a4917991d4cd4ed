package dev.trellis.bench.work;

import dev.trellis.bench.harness.Bound;
import dev.trellis.bench.harness.Crew;
import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.HttpConnection;
import dev.trellis.bench.harness.Load;
import dev.trellis.bench.harness.Rounds;
import dev.trellis.bench.stage.BareServer;
import dev.trellis.bench.stage.Population;
import dev.trellis.bench.stage.Postgres;
import dev.trellis.bench.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** Reading one period over HTTP, beside the raw read and beside the bare server's. */
public final class IndexedRead implements Benchmark {
    private static final int CALLERS = 16;
    private static final int PEOPLE = 2000;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 9;

    private final List<Load> productLoads = new ArrayList<>();

    @Override
    public String name() {
        return "indexed-read";
    }

    @Override
    public List<Finding> run(Stage stage) throws Exception {
        var people = stage.people(stage.size(PEOPLE), 6);
        var periods = people.open("Now", 0, PEOPLE);
        people.settle();
        var someone = periods.getFirst();
        try (var bare = BareServer.start(
                        stage.home(), stage.database(), BareServer.path(someone.userId(), someone.id()));
                var product =
                        Crew.of(CALLERS, () -> new HttpConnection(stage.server().port()));
                var framework = Crew.of(CALLERS, () -> new HttpConnection(bare.port()));
                var hand =
                        Crew.of(CALLERS, () -> new ReadByHand(stage.database().as(Postgres.APP)))) {
            var operations = stage.size(20_000);
            var againstHand = Rounds.inTurn(
                    WARM_UP,
                    ROUNDS,
                    round -> stage.narrator().say("indexed-read beside the raw read, round %d", round),
                    Rounds.Side.rates(productLoads, () -> product(product, periods, operations)),
                    round -> hand.perform(operations, (connection, n) -> connection.read(pick(periods, n)))
                            .rate());
            var againstFramework = Rounds.inTurn(
                    WARM_UP,
                    ROUNDS,
                    round -> stage.narrator().say("indexed-read beside the bare server, round %d", round),
                    round -> product(product, periods, operations).rate(),
                    round -> framework
                            .perform(operations, (connection, n) -> readBare(connection, pick(periods, n)))
                            .rate());
            return findings(againstHand, againstFramework);
        }
    }

    private static Load product(Crew<HttpConnection> product, List<Population.Period> periods, int operations)
            throws Exception {
        return product.perform(operations, (connection, n) -> PeriodRequests.read(connection, pick(periods, n)));
    }

    private static void readBare(HttpConnection connection, Population.Period period) throws Exception {
        connection.send("GET", BareServer.path(period.userId(), period.id()), "", "");
    }

    private static Population.Period pick(List<Population.Period> periods, int operation) {
        return periods.get(Math.floorMod(operation * 7919, periods.size()));
    }

    private List<Finding> findings(Rounds againstHand, Rounds againstFramework) {
        return List.of(
                Finding.rates("read one period, 16 callers", againstHand, "raw read", Bound.atLeast(0.80)),
                Finding.rates("the same, beside a bare server", againstFramework, "bare server", null),
                Finding.tail("its 99th percentile", productLoads, Bound.under(3)));
    }
}
