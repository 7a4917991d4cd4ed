package dev.trellis.adaptation.daily;

import static dev.trellis.adaptation.daily.OverrideStatus.APPROVED;
import static dev.trellis.adaptation.daily.OverrideStatus.AUTO_APPLIED;
import static dev.trellis.adaptation.daily.OverrideStatus.PENDING;
import static dev.trellis.adaptation.daily.OverrideStatus.REJECTED;
import static dev.trellis.adaptation.daily.OverrideStatus.UNDONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.adaptation.daily.OverridePolicy.Proposal;
import dev.trellis.adaptation.daily.OverrideStatus.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Domain 05.6 with its cases T5.6a to i. */
class OverridePolicyTest {
    @Test
    void aSmallEasingIsAppliedByItselfWhenThatIsWanted() {
        assertThat(start(true, 0.176, 0, 0.85, 120, 0, false)).isEqualTo(AUTO_APPLIED);
        assertThat(start(false, 0.176, 0, 0.85, 120, 0, false)).isEqualTo(PENDING);
    }

    @Test
    void whatIsUnsureOrLargeIsAsked() {
        assertThat(start(true, 0.176, 0, 0.425, 120, 0, false)).isEqualTo(PENDING);
        assertThat(start(true, 0.50, 0, 0.85, 120, 0, false)).isEqualTo(PENDING);
        assertThat(start(true, 0, 160, 0.85, 120, 0, false)).isEqualTo(PENDING);
        assertThat(start(true, 0, 150, 0.85, 120, 0, false)).isEqualTo(AUTO_APPLIED);
    }

    @Test
    void aThirdInSevenDaysIsAsked() {
        assertThat(start(true, 0.176, 0, 0.85, 120, 1, false)).isEqualTo(AUTO_APPLIED);
        assertThat(start(true, 0.176, 0, 0.85, 120, 2, false)).isEqualTo(PENDING);
    }

    @Test
    void justBeforeTheStartItIsAsked() {
        assertThat(start(true, 0.176, 0, 0.85, 59, 0, false)).isEqualTo(PENDING);
        assertThat(start(true, 0.176, 0, 0.85, 60, 0, false)).isEqualTo(AUTO_APPLIED);
        assertThat(OverridePolicy.start(new Proposal(true, 0.1, 0, 1, null, false, 0, false)))
                .isEqualTo(AUTO_APPLIED);
        assertThat(OverridePolicy.start(new Proposal(true, 0.1, 0, 1, null, true, 0, false)))
                .isEqualTo(PENDING);
    }

    @Test
    void whatAddsLoadOrTakesFoodIsAlwaysAsked() {
        assertThat(start(true, -0.1, 0, 1, 600, 0, false)).isEqualTo(PENDING);
        assertThat(start(true, 0.1, -50, 1, 600, 0, false)).isEqualTo(PENDING);
    }

    @Test
    void anIllnessHoldsWhateverTheSettingsSay() {
        assertThat(start(false, 1.0, 0, 0, 5, 9, true)).isEqualTo(AUTO_APPLIED);
        assertThat(AUTO_APPLIED.after(Event.UNDONE, false, true)).isEmpty();
        assertThat(AUTO_APPLIED.after(Event.UNDONE, false, false)).contains(UNDONE);
    }

    @Test
    void anOverrideGoesItsWayOnce() {
        assertThat(PENDING.after(Event.ACCEPTED, false, false)).contains(APPROVED);
        assertThat(PENDING.after(Event.DECLINED, false, false)).contains(REJECTED);
        assertThat(PENDING.after(Event.EXPIRED, false, false)).contains(REJECTED);
        assertThat(PENDING.after(Event.SUPERSEDED, false, false)).contains(REJECTED);
        assertThat(PENDING.after(Event.UNDONE, false, false)).isEmpty();
        assertThat(APPROVED.after(Event.UNDONE, false, false)).contains(UNDONE);
        assertThat(APPROVED.after(Event.UNDONE, true, false)).isEmpty();
        assertThat(APPROVED.after(Event.ACCEPTED, false, false)).isEmpty();
        for (var event : Event.values()) {
            assertThat(REJECTED.after(event, false, false)).isEmpty();
            assertThat(UNDONE.after(event, false, false)).isEmpty();
        }
    }

    @Test
    void whoUndoesThreeOfFiveIsAskedAgain() {
        assertThat(OverridePolicy.shouldAskAgain(List.of(UNDONE, UNDONE, AUTO_APPLIED, AUTO_APPLIED)))
                .isFalse();
        assertThat(OverridePolicy.shouldAskAgain(List.of(UNDONE, AUTO_APPLIED, UNDONE, AUTO_APPLIED, UNDONE)))
                .isTrue();
        assertThat(OverridePolicy.shouldAskAgain(
                        List.of(UNDONE, UNDONE, AUTO_APPLIED, AUTO_APPLIED, AUTO_APPLIED, AUTO_APPLIED, UNDONE)))
                .isFalse();
    }

    private static OverrideStatus start(
            boolean auto, double reduction, int kcal, double confidence, int minutes, int before, boolean hold) {
        return OverridePolicy.start(new Proposal(auto, reduction, kcal, confidence, minutes, false, before, hold));
    }
}
