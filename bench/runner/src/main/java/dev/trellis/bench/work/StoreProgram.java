package dev.trellis.bench.work;

import dev.trellis.bench.harness.Bound;
import dev.trellis.bench.harness.Crew;
import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.HttpConnection;
import dev.trellis.bench.harness.Rounds;
import dev.trellis.bench.stage.Planned;
import dev.trellis.bench.stage.Postgres;
import dev.trellis.bench.stage.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Storing a program of twelve weeks, beside the same rows written by hand. Making one takes many times longer than storing
 * it, so the server's own timer of the storing transaction is read, from its beginning to its commit.
 */
public final class StoreProgram implements Benchmark {
    private static final String TIMER = "trellis_programs_store_seconds_";
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    private static final int PER_ROUND = 20;
    private static final int CREATED = 201;

    @Override
    public String name() {
        return "store-program";
    }

    @Override
    public List<Finding> run(Stage stage) throws Exception {
        var perRound = Math.max(5, stage.size(PER_ROUND));
        var people = stage.people(1 + 2 * perRound * (WARM_UP + ROUNDS), 0);
        var planned = Planned.consulted(stage, people);
        people.settle();
        var waiting = new ArrayList<>(planned.others(people));
        try (var http = Crew.of(1, () -> new HttpConnection(stage.server().port()));
                var reading = stage.database().superuser();
                var hand = Crew.of(
                        1, () -> new BundleByHand(stage.database().as(Postgres.APP), reading, planned.first()))) {
            var rounds = Rounds.inTurn(
                    WARM_UP,
                    ROUNDS,
                    round -> stage.narrator().say("store-program, round %d", round),
                    round -> product(stage, http, next(waiting, perRound)),
                    round -> {
                        var chosen = next(waiting, perRound);
                        return hand.perform(
                                        perRound,
                                        (connection, n) ->
                                                connection.store(chosen.get(n).userId()))
                                .rate();
                    });
            return List.of(
                    Finding.rates("store a program of twelve weeks", rounds, "unnest by hand", Bound.atLeast(0.80)));
        }
    }

    private static List<Planned.Planner> next(List<Planned.Planner> waiting, int number) {
        var next = List.copyOf(waiting.subList(0, number));
        waiting.subList(0, number).clear();
        return next;
    }

    private static double product(Stage stage, Crew<HttpConnection> http, List<Planned.Planner> people)
            throws Exception {
        var seconds = timer(stage, "sum");
        var stored = timer(stage, "count");
        var body = "{\"start_date\":\"" + LocalDate.now(ZoneOffset.UTC) + "\"}";
        http.perform(people.size(), (connection, n) -> {
            var answer = connection.exchange(
                    "POST", "/programs/generate", people.get(n).token(), body);
            if (answer.status() != CREATED) {
                throw new IOException("no program: " + new String(answer.body(), StandardCharsets.UTF_8));
            }
        });
        return (timer(stage, "count") - stored) / (timer(stage, "sum") - seconds);
    }

    /** What the server has counted so far; 0 before the first. */
    private static double timer(Stage stage, String figure) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var metrics = client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://localhost:" + stage.server().port() + "/metrics"))
                            .build(),
                    BodyHandlers.ofString());
            return metrics.body()
                    .lines()
                    .filter(line -> line.startsWith(TIMER + figure))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }
}
