package dev.trellis.bench.work;

import dev.trellis.bench.harness.Bound;
import dev.trellis.bench.harness.Crew;
import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.HttpConnection;
import dev.trellis.bench.harness.Load;
import dev.trellis.bench.harness.Rounds;
import dev.trellis.bench.stage.BareServer;
import dev.trellis.bench.stage.Planned;
import dev.trellis.bench.stage.Postgres;
import dev.trellis.bench.stage.Stage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Seven full days of the calendar over HTTP, beside the raw query, beside the same put together from the plan, and beside a
 * server of the same framework that does nothing but this read.
 */
public final class ReadCalendar implements Benchmark {
    private static final int CALLERS = 16;
    private static final int PEOPLE = 2000;
    private static final int READS = 8000;
    /** A server that runs for days has long been compiled; so many reads it takes until nothing more is. */
    private static final int WARM_UP = 10;

    private static final int ROUNDS = 7;

    private final List<Load> productLoads = new ArrayList<>();
    private final List<Load> rawLoads = new ArrayList<>();

    @Override
    public String name() {
        return "calendar-full";
    }

    @Override
    public List<Finding> run(Stage stage) throws Exception {
        var people = stage.people(stage.size(PEOPLE) + 1, 0);
        var planned = Planned.consulted(stage, people);
        stage.narrator().say("giving everybody a program of twelve weeks");
        planned.copyProgram();
        people.settle();
        var others = planned.others(people);
        // A week in the middle, as far from either end as most reads are.
        var from = LocalDate.now(ZoneOffset.UTC).plusDays(28);
        var to = from.plusDays(6);
        var reads = stage.size(READS);
        try (var bare = BareServer.start(
                        stage.home(),
                        stage.database(),
                        BareServer.calendar(others.getFirst().userId(), from, to));
                var framework = Crew.of(CALLERS, () -> new HttpConnection(bare.port()));
                var http =
                        Crew.of(CALLERS, () -> new HttpConnection(stage.server().port()));
                var hand = Crew.of(
                        CALLERS, () -> new CalendarByHand(stage.database().as(Postgres.APP)))) {
            var beside = Rounds.inTurn(
                    WARM_UP,
                    ROUNDS,
                    round -> stage.narrator().say("calendar-full beside the raw query, round %d", round),
                    Rounds.Side.rates(productLoads, () -> product(http, others, from, to, reads)),
                    Rounds.Side.rates(
                            rawLoads,
                            () -> hand.perform(
                                    reads,
                                    (connection, n) ->
                                            connection.rendered(pick(others, n).userId(), from, to))));
            var joined = Rounds.inTurn(
                    1,
                    ROUNDS,
                    round -> stage.narrator().say("calendar-full beside the joined read, round %d", round),
                    round -> product(http, others, from, to, reads).rate(),
                    round -> hand.perform(
                                    reads,
                                    (connection, n) ->
                                            connection.joined(pick(others, n).userId(), from, to))
                            .rate());
            var besideBare = Rounds.inTurn(
                    WARM_UP,
                    ROUNDS,
                    round -> stage.narrator().say("calendar-full beside the bare server, round %d", round),
                    round -> product(http, others, from, to, reads).rate(),
                    round -> framework
                            .perform(
                                    reads,
                                    (connection, n) -> connection.send(
                                            "GET",
                                            BareServer.calendar(pick(others, n).userId(), from, to),
                                            "",
                                            ""))
                            .rate());
            return findings(beside, joined, besideBare);
        }
    }

    private static Load product(
            Crew<HttpConnection> http, List<Planned.Planner> people, LocalDate from, LocalDate to, int reads)
            throws Exception {
        var path = "/calendar/full?from=" + from + "&to=" + to;
        return http.perform(
                reads,
                (connection, n) -> connection.send("GET", path, pick(people, n).token(), ""));
    }

    private static Planned.Planner pick(List<Planned.Planner> people, int operation) {
        return people.get(Math.floorMod(operation * 7919, people.size()));
    }

    private List<Finding> findings(Rounds beside, Rounds joined, Rounds besideBare) {
        return List.of(
                Finding.rates(
                        "read seven full days of the calendar, 16 callers", beside, "raw query", Bound.atLeast(0.80)),
                Finding.tail("its 99th percentile", productLoads, Bound.under(3)),
                // What sixteen callers and their database do to each other here, with no server between them.
                Finding.tail("the 99th percentile of the raw query", rawLoads, null),
                Finding.rates("the same, beside the joined read", joined, "raw join of the plan", Bound.atLeast(4)),
                Finding.rates("the same, beside a bare server", besideBare, "bare server", null));
    }
}
