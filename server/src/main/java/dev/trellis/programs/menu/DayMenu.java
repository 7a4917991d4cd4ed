package dev.trellis.programs.menu;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The meals of a day and how near they come to what was asked, which is never hidden (domain 03.4).
 *
 * @param objective  the weighted deviation
 * @param relaxed    what was given up to get here
 * @param deviations in shares of the target, the largest first
 */
public record DayMenu(
        List<Portion> portions,
        Nutrients totals,
        double objective,
        List<Relaxation> relaxed,
        Quality quality,
        List<Deviation> deviations) {
    static final double KCAL_NEAR = 0.03;
    static final double PROTEIN_NEAR = 0.05;

    public DayMenu {
        portions = List.copyOf(portions);
        relaxed = List.copyOf(relaxed);
        deviations = List.copyOf(deviations);
    }

    /** How near. */
    public enum Quality {
        GOOD,
        ACCEPTABLE,
        /** The targets could not be reached with these foods; the largest deviation says in what. */
        NOT_REACHED
    }

    /** What a target is for. */
    public enum Nutrient {
        KCAL,
        PROTEIN,
        FAT,
        CARBOHYDRATE,
        FIBRE
    }

    /** How far a day is from one target: 0.1 is a tenth too much, -0.1 too little. */
    public record Deviation(Nutrient nutrient, double share) {}

    static DayMenu of(List<Portion> portions, MenuTargets targets, double objective, List<Relaxation> relaxed) {
        var totals = portions.stream().map(Portion::nutrients).reduce(Nutrients.NONE, Nutrients::plus);
        var deviations = Stream.of(
                        new Deviation(Nutrient.KCAL, totals.kcal() / targets.kcal() - 1),
                        new Deviation(Nutrient.PROTEIN, totals.protein() / targets.protein() - 1),
                        new Deviation(Nutrient.FAT, totals.fat() / targets.fat() - 1),
                        new Deviation(Nutrient.CARBOHYDRATE, totals.carbohydrate() / targets.carbohydrate() - 1),
                        new Deviation(Nutrient.FIBRE, Math.min(0, totals.fibre() / targets.fibre() - 1)))
                .sorted(Comparator.comparingDouble(deviation -> -Math.abs(deviation.share())))
                .toList();
        return new DayMenu(portions, totals, objective, relaxed, quality(totals, targets), deviations);
    }

    /** The floors hold in every menu that is not labelled as out of reach. */
    private static Quality quality(Nutrients totals, MenuTargets targets) {
        double kcal = Math.abs(totals.kcal() / targets.kcal() - 1);
        double protein = Math.abs(totals.protein() / targets.protein() - 1);
        double fat = Math.abs(totals.fat() / targets.fat() - 1);
        if (totals.kcal() < targets.kcalFloor() || totals.protein() < targets.proteinFloor()) {
            return Quality.NOT_REACHED;
        }
        if (kcal <= KCAL_NEAR && protein <= PROTEIN_NEAR && fat <= 0.10) {
            return Quality.GOOD;
        }
        return kcal <= 0.05 && protein <= 0.10 ? Quality.ACCEPTABLE : Quality.NOT_REACHED;
    }

    /** Near enough in energy and protein to be taken without giving up anything more. */
    boolean isAccepted(MenuTargets targets) {
        double least =
                relaxed.contains(Relaxation.PROTEIN) ? targets.proteinFloor() : (1 - PROTEIN_NEAR) * targets.protein();
        return totals.kcal() >= targets.kcalFloor()
                && Math.abs(totals.kcal() / targets.kcal() - 1) <= KCAL_NEAR
                && totals.protein() >= least
                && totals.protein() <= (1 + PROTEIN_NEAR) * targets.protein();
    }
}
