package dev.trellis.students.risk;

/** What may be said of the effect of a type of intervention (domain 10.4). */
public sealed interface EffectEstimate {
    /** Comparable treated students. */
    int treated();

    /** Comparable untreated students. */
    int untreated();

    /**
     * The change in points beyond that of comparable untreated students; below zero is better.
     *
     * @param low lower end of the 95 % interval
     * @param high upper end
     */
    record Estimated(int treated, int untreated, double effect, double low, double high) implements EffectEstimate {
        /** True when the interval leaves zero out. */
        public boolean isClear() {
            return low > 0 || high < 0;
        }
    }

    /** Too few students in one of the groups to say anything. */
    record NotEnoughCases(int treated, int untreated, int needed) implements EffectEstimate {}
}
