package dev.trellis.interventions.outcome;

/**
 * Two daily series that went together: shown only when significant after Benjamini-Hochberg and strong enough.
 *
 * @param lag        0 for the same day, 1 when {@code second} is taken from the day after
 * @param rho        Spearman's rank correlation
 * @param days       pairs of values
 * @param nEff       the pairs' worth if they were independent
 * @param p          two-sided, by Fisher's z
 * @param pAdjusted  after Benjamini-Hochberg over all tests of the report
 */
public record Correlation(
        String first, String second, int lag, double rho, int days, double nEff, double p, double pAdjusted) {}
