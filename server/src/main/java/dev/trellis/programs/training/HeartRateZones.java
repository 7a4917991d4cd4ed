package dev.trellis.programs.training;

/**
 * Heart rates of the five zones, by Karvonen from an estimated maximum (domain 02.6; Tanaka et al. 2001). The maximum errs
 * by ten beats or more, so how it feels wins; not valid with beta-blockers.
 *
 * @param max  beats a minute
 * @param rest beats a minute
 */
public record HeartRateZones(double max, double rest) {

    /** Beats a minute, both included. */
    public record Range(double from, double to) {}

    /** Of age and resting heart rate. */
    public static HeartRateZones of(int years, double rest) {
        return new HeartRateZones(208 - 0.7 * years, rest);
    }

    /** Zones 2: full sentences. */
    public Range moderate() {
        return new Range(at(0.40), at(0.59));
    }

    /** Zones 3 and 4: short sentences, then few words. */
    public Range vigorous() {
        return new Range(at(0.60), at(0.89));
    }

    /** The zone of a heart rate: 0 below the first, 5 from nine tenths of the reserve on. */
    public int zoneOf(double beats) {
        double share = (beats - rest) / (max - rest);
        if (share < 0.30) {
            return 0;
        }
        return share < 0.40 ? 1 : share < 0.60 ? 2 : share < 0.75 ? 3 : share < 0.90 ? 4 : 5;
    }

    /** The zone of how hard a session felt, 0 to 10. */
    public static int zoneOfEffort(double effort) {
        return effort < 2.5 ? 1 : effort < 4.5 ? 2 : effort < 6.5 ? 3 : effort < 8.5 ? 4 : 5;
    }

    private double at(double share) {
        return rest + share * (max - rest);
    }
}
