package dev.trellis.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.interventions.InterventionCompleted;
import dev.trellis.interventions.InterventionReviewed;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    private static final LocalDate START = LocalDate.of(2026, 2, 27);

    @Test
    void oneDayIsSaidInTheSingularAndWithOneDate() {
        assertThat(CompletionText.body(completed(START, false)))
                .startsWith("You gave it 1 day, on 27 February 2026. Your summary shows how it went");
    }

    @Test
    void severalDaysAreSaidInThePluralWithBothEndsIncluded() {
        assertThat(CompletionText.body(completed(LocalDate.of(2026, 3, 1), false)))
                .startsWith("You gave it 3 days, from 27 February 2026 to 1 March 2026.");
    }

    @Test
    void whatTheNightCompletedSaysSo() {
        assertThat(CompletionText.body(completed(LocalDate.of(2026, 3, 12), true)))
                .startsWith("Its time of 14 days is over (from 27 February 2026 to 12 March 2026), so it was completed"
                        + " for you.");
    }

    @ParameterizedTest
    @CsvSource({
        "approved, “Walk” is now in the catalogue",
        "rejected, “Walk” was not taken into the catalogue",
        "reviewed, “Walk” needs a change first",
    })
    void everyDecisionHasItsOwnTitle(String status, String title) {
        assertThat(ReviewText.title(reviewed(status, ""))).isEqualTo(title);
    }

    @Test
    void aReviewWithoutANoteEndsWithTheDecision() {
        assertThat(ReviewText.body(reviewed("approved", " "))).doesNotContain("reason");
        assertThat(ReviewText.body(reviewed("approved", " Well sourced. "))).endsWith("Their reason: Well sourced.");
    }

    private static InterventionCompleted completed(LocalDate lastDay, boolean auto) {
        return new InterventionCompleted(UUID.randomUUID(), UUID.randomUUID(), null, "Walk", START, lastDay, auto);
    }

    private static InterventionReviewed reviewed(String status, String note) {
        return new InterventionReviewed(UUID.randomUUID(), UUID.randomUUID(), 100_000, "Walk", status, note);
    }
}
