package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.adaptation.reassessment.VolumeController;
import dev.trellis.adaptation.reassessment.VolumeController.Signs;
import dev.trellis.adaptation.reassessment.VolumeState;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a review of volume was decided from; enough to do it again, bit by bit.
 *
 * @param before       what the controller remembered, what was declined since left out
 * @param adherence    to strength sessions over 14 days, null when too little is known
 * @param mayIncrease  nothing else was made harder at the same review, and nothing forbids more
 * @param gate         what held the controller back; null when it ran
 * @param planChangeId the change that was proposed; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VolumeInputs(
        LocalDate today,
        VolumeState before,
        double least,
        double most,
        @Nullable Double adherence,
        int known,
        int planned,
        Signs signs,
        boolean mayIncrease,
        boolean safetyHold,
        @Nullable String gate,
        @Nullable UUID planChangeId) {
    /** The review again. */
    Optional<VolumeController.Step> review() {
        return adherence == null || safetyHold
                ? Optional.empty()
                : Optional.of(VolumeController.shipped(least, most).review(before, adherence, signs, mayIncrease));
    }

    VolumeInputs with(@Nullable UUID changeId) {
        return new VolumeInputs(
                today, before, least, most, adherence, known, planned, signs, mayIncrease, safetyHold, gate, changeId);
    }
}
