package dev.trellis.bench.work;

import dev.trellis.bench.harness.Bound;
import dev.trellis.bench.harness.Crew;
import dev.trellis.bench.harness.Figure;
import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.harness.HttpConnection;
import dev.trellis.bench.harness.Rounds;
import dev.trellis.bench.stage.Population;
import dev.trellis.bench.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a read and a completion cost among many people, beside what they cost among a tenth of them. */
public final class Growth implements Benchmark {
    private static final int FEW = 2000;
    private static final int MANY = 20_000;
    private static final int PAST_PERIODS = 6;
    private static final int CALLERS = 16;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "growth";
    }

    /** Microseconds for each, all callers together. */
    private record Cost(double read, double completion) {}

    @Override
    public List<Finding> run(Stage stage) throws Exception {
        var many = new ArrayList<Cost>();
        var few = new ArrayList<Cost>();
        measure(stage, FEW);
        for (var round = 0; round < ROUNDS; round++) {
            stage.narrator().say("growth, round %d", round);
            few.add(measure(stage, FEW));
            many.add(measure(stage, MANY));
        }
        var reads = new Rounds(
                many.stream().map(Cost::read).toList(),
                few.stream().map(Cost::read).toList());
        var completions = new Rounds(
                many.stream().map(Cost::completion).toList(),
                few.stream().map(Cost::completion).toList());
        return List.of(finding("a read", reads, stage), finding("a completion", completions, stage));
    }

    private static Cost measure(Stage stage, int fullSize) throws Exception {
        var size = stage.size(fullSize);
        var people = stage.people(size, PAST_PERIODS);
        var periods = sample(people.open("Now", 0, size), stage.size(FEW));
        people.settle();
        try (var http = Crew.of(CALLERS, () -> new HttpConnection(stage.server().port()))) {
            var reads = stage.size(20_000);
            http.perform(reads, (connection, n) -> PeriodRequests.read(connection, at(periods, n)));
            var read = http.perform(reads, (connection, n) -> PeriodRequests.read(connection, at(periods, n)));
            var completion = http.perform(
                    periods.size(), (connection, n) -> PeriodRequests.complete(connection, periods.get(n)));
            return new Cost(1e6 / read.rate(), 1e6 / completion.rate());
        }
    }

    private static Population.Period at(List<Population.Period> periods, int operation) {
        return periods.get(operation % periods.size());
    }

    /** As many people are busy in either case, spread over all there are. */
    private static List<Population.Period> sample(List<Population.Period> all, int most) {
        var step = Math.max(1, all.size() / most);
        var sample = new ArrayList<Population.Period>(most);
        for (var position = 0; position < all.size(); position += step) {
            sample.add(all.get(position));
        }
        return List.copyOf(sample);
    }

    private static Finding finding(String work, Rounds rounds, Stage stage) {
        return new Finding(
                String.format("%s among %,d people", work, stage.size(MANY)),
                Figure.product(rounds.productMedian(), "us"),
                new Figure(rounds.yardstickMedian(), "us", String.format("among %,d", stage.size(FEW))),
                rounds.ratio(),
                Bound.under(1.15),
                Map.of("rounds", rounds));
    }
}
