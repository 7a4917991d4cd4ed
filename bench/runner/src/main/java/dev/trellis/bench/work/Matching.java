package dev.trellis.bench.work;

import dev.trellis.bench.harness.Bound;
import dev.trellis.bench.harness.Crew;
import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.HttpConnection;
import dev.trellis.bench.harness.Rounds;
import dev.trellis.bench.stage.Plans;
import dev.trellis.bench.stage.Plans.Lunch;
import dev.trellis.bench.stage.Postgres;
import dev.trellis.bench.stage.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Logging a meal that is matched with the planned one, over HTTP, beside the same statements in one raw transaction. The
 * promise is that of logging food at all.
 */
public final class Matching implements Benchmark {
    private static final int CALLERS = 16;
    /** So many until nothing more is compiled; a round writes two thousand meals. */
    private static final int WARM_UP = 12;

    private static final int ROUNDS = 7;
    private static final int CREATED = 201;
    private static final Bound PROMISED = Bound.atLeast(0.75);
    private static final String LUNCH = """
            {"meal_type": "lunch", "foods": [{"food_id": "chicken_breast_cooked", "grams": 150},
             {"food_id": "rice_brown_cooked", "grams": 200}]}""";

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public List<Finding> run(Stage stage) throws Exception {
        var perRound = stage.size(2000);
        var plans = Plans.make(stage.database(), stage.people(perRound, 0));
        var lunches = plans.lunches(0, perRound);
        var http = Crew.of(CALLERS, () -> new HttpConnection(stage.server().port()));
        var hand = Crew.of(CALLERS, () -> new MatchByHand(stage.database().as(Postgres.APP)));
        try (http;
                hand) {
            var rounds = Rounds.inTurn(
                    WARM_UP,
                    ROUNDS,
                    round -> stage.narrator().say("matching, %d callers, round %d", CALLERS, round),
                    round -> {
                        plans.forget();
                        // Whoever logs a meal has looked at something before: the server knows the token.
                        http.perform(
                                perRound,
                                (connection, n) -> connection.send(
                                        "GET", "/food-entries", lunches.get(n).token(), ""));
                        return http.perform(perRound, (connection, n) -> log(connection, lunches.get(n)))
                                .rate();
                    },
                    round -> {
                        plans.forget();
                        return hand.perform(perRound, (connection, n) -> connection.log(lunches.get(n)))
                                .rate();
                    });
            return List.of(Finding.rates(
                    "log and match a meal, " + CALLERS + " callers", rounds, "raw transaction", PROMISED));
        }
    }

    /** An entry that was not matched did less than the yardstick: that is no figure. Which meal it was, the hour decides. */
    private static void log(HttpConnection connection, Lunch lunch) throws IOException {
        var answer = connection.exchange("POST", "/food-entries", lunch.token(), LUNCH.replace("\n", ""));
        var body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() != CREATED || !body.contains("planned_meal_instance_id")) {
            throw new IOException("not logged, or not matched: " + answer.status() + " " + body);
        }
    }
}
