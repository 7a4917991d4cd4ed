package dev.trellis.interventions.outcome;

import org.ojalgo.matrix.store.R064Store;

/**
 * The design and the values of a segmented regression, each row turned into its innovation given the recorded day
 * before and scaled to equal variance. Days g apart correlate by {@code rho^g}, so gaps are exact, and the chain of
 * days needs no n by n matrix.
 */
final class WhitenedSeries {
    /** Level, slope, level change, slope change. */
    static final int TERMS = 4;

    private final R064Store information = R064Store.FACTORY.make(TERMS, TERMS);
    private final R064Store cross = R064Store.FACTORY.make(TERMS, 1);
    private double sumOfSquares;
    private double logDeterminant;

    private WhitenedSeries() {}

    static WhitenedSeries of(InterruptedSeries series, double rho) {
        var whitened = new WhitenedSeries();
        var row = new double[TERMS];
        for (int k = 0; k < series.size(); k++) {
            double carried = k == 0 ? 0 : Math.pow(rho, (double) series.daysSincePrevious(k));
            double variance = 1 - carried * carried;
            double scale = 1 / Math.sqrt(variance);
            for (int term = 0; term < TERMS; term++) {
                row[term] = scale * (series.design(k, term) - (k == 0 ? 0 : carried * series.design(k - 1, term)));
            }
            double value = scale * (series.value(k) - (k == 0 ? 0 : carried * series.value(k - 1)));
            whitened.add(row, value);
            whitened.logDeterminant += Math.log(variance);
        }
        return whitened;
    }

    private void add(double[] row, double value) {
        sumOfSquares += value * value;
        for (int i = 0; i < TERMS; i++) {
            cross.add(i, 0, row[i] * value);
            for (int j = 0; j < TERMS; j++) {
                information.add(i, j, row[i] * row[j]);
            }
        }
    }

    /** X'X of the whitened design. */
    R064Store information() {
        return information;
    }

    /** X'y of the whitened design and values. */
    R064Store cross() {
        return cross;
    }

    /** y'y of the whitened values. */
    double sumOfSquares() {
        return sumOfSquares;
    }

    /** Log determinant of the errors' correlation matrix. */
    double logDeterminant() {
        return logDeterminant;
    }
}
