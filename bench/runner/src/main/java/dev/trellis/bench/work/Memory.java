package dev.trellis.bench.work;

import dev.trellis.bench.harness.Bound;
import dev.trellis.bench.harness.Crew;
import dev.trellis.bench.harness.Figure;
import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.HttpConnection;
import dev.trellis.bench.harness.Ratio;
import dev.trellis.bench.stage.Stage;
import java.util.List;
import java.util.Map;

/**
 * Resident memory of the server's process under the load of the benchmarks before it and some of its own; the database is
 * another process.
 */
public final class Memory implements Benchmark {
    private static final double LIMIT_MIB = 450;
    private static final int CALLERS = 16;
    private static final int PEOPLE = 2000;
    private static final int READS = 40_000;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Finding> run(Stage stage) throws Exception {
        load(stage);
        var peak = stage.server().peakResidentMib();
        var now = stage.server().residentMib();
        return List.of(new Finding(
                "most memory of the server under load",
                Figure.product(peak, "MiB"),
                new Figure(LIMIT_MIB, "MiB", "the limit"),
                Ratio.single(peak / LIMIT_MIB),
                Bound.under(1),
                Map.of("resident afterwards, MiB", now)));
    }

    private static void load(Stage stage) throws Exception {
        var people = stage.size(PEOPLE);
        var periods = stage.people(people, 0).open("Memory", 0, people);
        stage.narrator().say("memory, %d callers read, then complete", CALLERS);
        try (var http = Crew.of(CALLERS, () -> new HttpConnection(stage.server().port()))) {
            http.perform(
                    stage.size(READS),
                    (connection, n) -> PeriodRequests.read(connection, periods.get(n % periods.size())));
            http.perform(periods.size(), (connection, n) -> PeriodRequests.complete(connection, periods.get(n)));
        }
    }
}
