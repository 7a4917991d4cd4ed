package dev.trellis.bench.work;

import dev.trellis.bench.harness.Bound;
import dev.trellis.bench.harness.Figure;
import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.Ratio;
import dev.trellis.bench.stage.Stage;
import java.util.List;
import java.util.Map;

/** Resident memory of the server's process after the load of the benchmarks before it; the database is another process. */
public final class Memory implements Benchmark {
    private static final double LIMIT_MIB = 450;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Finding> run(Stage stage) throws Exception {
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
}
