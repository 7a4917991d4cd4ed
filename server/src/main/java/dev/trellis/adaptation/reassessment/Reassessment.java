package dev.trellis.adaptation.reassessment;

import dev.trellis.adaptation.reassessment.CalorieReview.Circumstances;
import dev.trellis.adaptation.reassessment.VolumeController.Signs;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Both controllers at one review (domain 06). Food and training are never made harder together: where calories go down,
 * volume may not go up.
 *
 * @param volume empty where adherence is not known or safety comes first
 */
public record Reassessment(CalorieReview calories, Optional<VolumeController.Step> volume) {

    /** The calorie loop with what it remembers and is to reach, in kg a week. */
    public record Calories(CalorieController controller, CalorieState state, WeightReview weights, double setPoint) {}

    /**
     * The volume loop with what it remembers and measured.
     *
     * @param adherence to strength sessions over 14 days, empty when too little is known
     */
    public record Volume(VolumeController controller, VolumeState state, OptionalDouble adherence, Signs signs) {}

    /** What both say; dry, for nothing is changed by asking. */
    public static Reassessment of(Calories calories, Volume volume, Circumstances circumstances) {
        var reviewed = CalorieReview.of(
                calories.controller(), calories.state(), calories.weights(), calories.setPoint(), circumstances);
        if (volume.adherence().isEmpty() || circumstances.safetyHold()) {
            return new Reassessment(reviewed, Optional.empty());
        }
        boolean lessFood = reviewed instanceof CalorieReview.Reviewed changed
                && changed.step().change() < 0;
        boolean mayIncrease = !lessFood && circumstances.verdict().trainingIncrease();
        return new Reassessment(
                reviewed,
                Optional.of(volume.controller()
                        .review(volume.state(), volume.adherence().getAsDouble(), volume.signs(), mayIncrease)));
    }
}
