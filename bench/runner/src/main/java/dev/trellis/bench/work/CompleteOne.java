package dev.trellis.bench.work;

import dev.trellis.bench.harness.Bound;
import dev.trellis.bench.harness.Crew;
import dev.trellis.bench.harness.Figure;
import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.HttpConnection;
import dev.trellis.bench.harness.Load;
import dev.trellis.bench.harness.Rounds;
import dev.trellis.bench.stage.Population;
import dev.trellis.bench.stage.Postgres;
import dev.trellis.bench.stage.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Completing a period with its three reactions, over HTTP, beside the same statements in one raw transaction. */
public final class CompleteOne implements Benchmark {
    private static final int CALLERS = 16;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 7;
    private static final Bound PROMISED = Bound.atLeast(0.75);

    @Override
    public String name() {
        return "complete-one";
    }

    @Override
    public List<Finding> run(Stage stage) throws Exception {
        var perRound = stage.size(2000);
        var people = stage.people(2 * perRound, 2);
        return List.of(
                new Comparison(stage, people, CALLERS, perRound).run(WARM_UP),
                new Comparison(stage, people, 1, Math.max(100, perRound / 5)).run(1));
    }

    /** One number of callers. */
    private static final class Comparison {
        private final Stage stage;
        private final Population people;
        private final int callers;
        private final int perRound;
        private @Nullable Load lastProduct;
        private @Nullable Load lastYardstick;

        Comparison(Stage stage, Population people, int callers, int perRound) {
            this.stage = stage;
            this.people = people;
            this.callers = callers;
            this.perRound = perRound;
        }

        Finding run(int warmUp) throws Exception {
            var http = Crew.of(callers, () -> new HttpConnection(stage.server().port()));
            var hand =
                    Crew.of(callers, () -> new CompletionByHand(stage.database().as(Postgres.APP)));
            try (http;
                    hand) {
                var rounds = Rounds.inTurn(
                        warmUp,
                        ROUNDS,
                        round -> stage.narrator().say("complete-one, %d callers, round %d", callers, round),
                        round -> product(http, round),
                        round -> yardstick(hand, round));
                return finding(rounds);
            }
        }

        private double product(Crew<HttpConnection> http, int round) throws Exception {
            var periods = open("product", round, Math.floorMod(round, 2) == 0);
            // Whoever completes a period has looked at it before: the server knows the token.
            http.perform(periods.size(), (connection, n) -> PeriodRequests.read(connection, periods.get(n)));
            lastProduct = http.perform(
                    periods.size(), (connection, n) -> PeriodRequests.complete(connection, periods.get(n)));
            return lastProduct.rate();
        }

        private double yardstick(Crew<CompletionByHand> hand, int round) throws Exception {
            var periods = open("yardstick", round, Math.floorMod(round, 2) != 0);
            lastYardstick = hand.perform(periods.size(), (connection, n) -> connection.complete(periods.get(n)));
            return lastYardstick.rate();
        }

        /** Half of the people are the product's, half the yardstick's; every round they change places. */
        private List<Population.Period> open(String side, int round, boolean lowerHalf) throws Exception {
            var from = lowerHalf ? 0 : perRound;
            var opened = people.open(side + " " + callers + " " + round, from, from + perRound);
            people.settle();
            return opened;
        }

        private Finding finding(Rounds rounds) {
            var callersWord = callers == 1 ? "1 caller" : callers + " callers";
            return new Finding(
                    "complete one period, " + callersWord,
                    Figure.product(rounds.productMedian(), "/s"),
                    new Figure(rounds.yardstickMedian(), "/s", "raw transaction"),
                    rounds.ratio(),
                    PROMISED,
                    details(rounds));
        }

        private Map<String, Object> details(Rounds rounds) {
            var details = new LinkedHashMap<String, Object>();
            details.put("rounds", rounds);
            var latencies = new ArrayList<Double>();
            for (var load : new @Nullable Load[] {lastProduct, lastYardstick}) {
                if (load != null) {
                    latencies.add(load.percentileMicros(0.50));
                    latencies.add(load.percentileMicros(0.99));
                }
            }
            details.put("last round: product p50, p99, yardstick p50, p99 in us", latencies);
            return details;
        }
    }
}
