package dev.trellis.bench.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;

/**
 * The figures of product and yardstick, taken in turn. The machine grows faster and slower while a bench runs; measured
 * round by round in turn, and the other one first every second time, both feel the same of it.
 */
public record Rounds(List<Double> product, List<Double> yardstick) {
    /** One side of a comparison: does its work for a round and says the figure. */
    @FunctionalInterface
    public interface Side {
        /** The figure of this round; negative rounds are warm-up. */
        double measure(int round) throws Exception;

        /** Says the rate of this work, and keeps its loads of the rounds that are not warm-up. */
        static Side rates(List<Load> kept, Callable<Load> work) {
            return round -> {
                var load = work.call();
                if (round >= 0) {
                    kept.add(load);
                }
                return load.rate();
            };
        }
    }

    /** Warms both up, then measures so many rounds. {@code before} makes ready for each single measurement. */
    public static Rounds inTurn(int warmUp, int rounds, IntConsumer before, Side product, Side yardstick)
            throws Exception {
        var ofProduct = new ArrayList<Double>(rounds);
        var ofYardstick = new ArrayList<Double>(rounds);
        for (var round = -warmUp; round < rounds; round++) {
            var productFirst = Math.floorMod(round, 2) == 0;
            for (var turn = 0; turn < 2; turn++) {
                var isProduct = (turn == 0) == productFirst;
                before.accept(round);
                var figure = (isProduct ? product : yardstick).measure(round);
                if (round >= 0) {
                    (isProduct ? ofProduct : ofYardstick).add(figure);
                }
            }
        }
        return new Rounds(List.copyOf(ofProduct), List.copyOf(ofYardstick));
    }

    /** Product over yardstick, each round by itself. */
    public Ratio ratio() {
        var ratios = new ArrayList<Double>(product.size());
        for (var i = 0; i < product.size(); i++) {
            ratios.add(product.get(i) / yardstick.get(i));
        }
        return Ratio.of(ratios);
    }

    /** The product's middle round. */
    public double productMedian() {
        return Ratio.median(product);
    }

    /** The yardstick's middle round. */
    public double yardstickMedian() {
        return Ratio.median(yardstick);
    }
}
