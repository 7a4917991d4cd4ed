package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What in a member's text a reviewer must look at. */
class ModerationFlagTest {
    @ParameterizedTest
    @CsvSource({
        "LONG_FAST, Fast for 18 hours every day",
        "LONG_FAST, A 24-hour fast on Mondays",
        "LONG_FAST, 20 hours without food",
        "LONG_FAST, Try OMAD for a month",
        "LONG_FAST, A three-day water fast",
        "SUPPLEMENTS_OR_MEDICINES, Take 400 mg magnesium at night",
        "SUPPLEMENTS_OR_MEDICINES, Stop your antidepressants slowly",
        "SHORT_SLEEP, Sleep only 5 hours a night",
        "SHORT_SLEEP, Try 4.5 h of sleep",
        "SHORT_SLEEP, Sleep restriction for a week",
        "COLD_OR_HEAT, End with a cold shower",
        "COLD_OR_HEAT, Sauna twice a week",
        "BREATH_HOLDING, Hold your breath as long as you can",
        "BREATH_HOLDING, Breath-holding under water",
        "WEIGHT_OR_CALORIES, Stay under 1200 calories",
        "WEIGHT_OR_CALORIES, Lose 5 kg in a month",
        "WEIGHT_OR_CALORIES, Weigh yourself each morning",
    })
    void isRaised(ModerationFlag flag, String text) {
        assertThat(ModerationFlag.in(List.of("A plan", text))).contains(flag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eat breakfast slowly and put the phone away",
                "Sleep at least 8 hours",
                "Stay in bed 7 hours",
                "Fast walking for 20 minutes",
                "An overnight fast of 12 hours",
                "Breathe out slowly for five minutes",
                "Wash your face with fresh water",
                "Lift something heavy twice a week",
                "Write down three good things",
            })
    void isNotRaisedByTheEveryday(String text) {
        assertThat(ModerationFlag.in(List.of(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17})
    void sixteenHoursOfFastingAreTheLimit(int hours) {
        assertThat(ModerationFlag.in(List.of("Fast " + hours + " hours")).contains(ModerationFlag.LONG_FAST))
                .isEqualTo(hours > 16);
    }
}
