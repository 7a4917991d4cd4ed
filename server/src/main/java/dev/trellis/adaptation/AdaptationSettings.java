package dev.trellis.adaptation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;

/**
 * What a person lets the server do unasked.
 *
 * @param autoAdjust        an easier or safer day may be given without asking
 * @param fewerCarbsOnCuts  a little less carbohydrate on days whose session was halved
 * @param autoRaiseCalories a reassessment may raise calories without asking; lowering them always asks
 * @param morningAt         the person's own hour for the morning's look at the day
 */
public record AdaptationSettings(
        @NotNull Boolean autoAdjust,
        @NotNull Boolean fewerCarbsOnCuts,
        @NotNull Boolean autoRaiseCalories,
        @NotNull LocalTime morningAt) {
    /** Of somebody who said nothing. */
    static final AdaptationSettings USUAL = new AdaptationSettings(false, false, false, LocalTime.of(6, 0));
}
