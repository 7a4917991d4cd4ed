package dev.trellis.interventions.outcome;

import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * Generalised least squares of {@code y = b0 + b1 t + b2 D + b3 t D}, D = 1 from the start on, when the errors follow an
 * AR(1) process of one given correlation.
 *
 * @param level                   b2, in the outcome's unit
 * @param slope                   b3, per unit of the series' time
 * @param logRestrictedLikelihood of the correlation, up to a constant
 */
record AutoregressiveFit(double rho, Coefficient level, Coefficient slope, double logRestrictedLikelihood) {

    /** Smallest residual, as a share of the values' squares, that double arithmetic tells from none. */
    private static final double SMALLEST_RESIDUAL = 1e-14;

    /** One estimate and its variance, the correlation taken for known. */
    record Coefficient(double estimate, double variance) {}

    static AutoregressiveFit of(InterruptedSeries series, double rho) {
        var whitened = WhitenedSeries.of(series, rho);
        var information = whitened.information();
        var cross = whitened.cross();
        var cholesky = Cholesky.R064.make(WhitenedSeries.TERMS, WhitenedSeries.TERMS);
        if (!cholesky.decompose(information) || !cholesky.isSPD()) {
            throw new IllegalArgumentException("the days of the two phases do not determine four coefficients");
        }
        var solution = cholesky.getSolution(cross);
        int freedom = series.size() - WhitenedSeries.TERMS;
        double squares = whitened.sumOfSquares();
        double residual = Math.max(squares - explained(solution, cross), squares * SMALLEST_RESIDUAL);
        var inverse = cholesky.getInverse();
        return new AutoregressiveFit(
                rho,
                new Coefficient(solution.doubleValue(2, 0), inverse.doubleValue(2, 2) * residual / freedom),
                new Coefficient(solution.doubleValue(3, 0), inverse.doubleValue(3, 3) * residual / freedom),
                -0.5
                        * (whitened.logDeterminant()
                                + Math.log(cholesky.getDeterminant())
                                + freedom * Math.log(residual)));
    }

    private static double explained(MatrixStore<Double> solution, R064Store cross) {
        double explained = 0;
        for (int term = 0; term < WhitenedSeries.TERMS; term++) {
            explained += solution.doubleValue(term, 0) * cross.doubleValue(term, 0);
        }
        return explained;
    }
}
