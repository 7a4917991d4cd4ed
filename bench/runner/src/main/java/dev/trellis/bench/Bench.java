package dev.trellis.bench;

import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.Machine;
import dev.trellis.bench.harness.Narrator;
import dev.trellis.bench.harness.Report;
import dev.trellis.bench.stage.Stage;
import dev.trellis.bench.work.AssessNight;
import dev.trellis.bench.work.Benchmark;
import dev.trellis.bench.work.CompleteNight;
import dev.trellis.bench.work.CompleteOne;
import dev.trellis.bench.work.Growth;
import dev.trellis.bench.work.IndexedRead;
import dev.trellis.bench.work.Matching;
import dev.trellis.bench.work.Memory;
import dev.trellis.bench.work.ReadCalendar;
import dev.trellis.bench.work.StartUp;
import dev.trellis.bench.work.StoreProgram;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the benchmarks one after the other on one server and reports. */
public final class Bench {
    private static final Path LATEST = Path.of("bench/results/latest.json");
    private static final int WRONG_USE = 2;

    /** In this order: memory tells of the load before it as well, and growth and start want nothing after them. */
    private static final List<Benchmark> ALL = List.of(
            new CompleteOne(),
            new IndexedRead(),
            new ReadCalendar(),
            new StoreProgram(),
            new CompleteNight(),
            new AssessNight(),
            new Matching(),
            new Memory(),
            new Growth(),
            new StartUp());

    private Bench() {}

    /** Exits with 0 when it could measure, whatever the figures say; with 2 when it was called wrongly. */
    public static void main(String... arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
            check(options);
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.println(Options.USAGE.formatted(names()));
            System.exit(WRONG_USE);
            return;
        }
        var report = measure(options, new Narrator(System.err));
        report.print(System.out);
        report.write(LATEST);
        for (var file : options.json()) {
            report.write(file);
        }
    }

    private static Report measure(Options options, Narrator narrator) throws Exception {
        var startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var findings = new ArrayList<Finding>();
        try (var stage = Stage.open(narrator, options.quick())) {
            for (var benchmark : ALL) {
                if (options.wants(benchmark.name())) {
                    findings.addAll(benchmark.run(stage));
                }
            }
        }
        return new Report(startedAt, Machine.here(), options.quick(), List.copyOf(findings));
    }

    private static void check(Options options) {
        for (var name : options.only()) {
            if (ALL.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                throw new IllegalArgumentException("there is no benchmark " + name);
            }
        }
    }

    private static String names() {
        return ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "));
    }
}
