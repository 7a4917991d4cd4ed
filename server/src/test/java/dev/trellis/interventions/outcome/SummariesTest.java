package dev.trellis.interventions.outcome;

import static dev.trellis.interventions.outcome.Given.done;
import static dev.trellis.interventions.outcome.Given.facts;
import static dev.trellis.interventions.outcome.Given.mood;
import static dev.trellis.interventions.outcome.Given.moods;
import static dev.trellis.interventions.outcome.Given.period;
import static dev.trellis.interventions.outcome.Given.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SummariesTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private static final String[] FIELDS = {
        "tracked_days",
        "total_days",
        "missed_days",
        "current_streak",
        "longest_streak",
        "avg_completion",
        "mood_first_half",
        "mood_second_half",
        "mood_trend_reason",
        "effect",
        "missing_effect",
        "correlations",
        "auto_completed",
        "early",
        "sentences"
    };

    @Test
    void theDetailsAreTheFieldsOfSummaryJson() {
        JsonNode json = JSON.valueToTree(
                Summaries.of(PeriodFacts.of(period(14), moods(3, 4, 3))).details());
        assertThat(json.fieldNames()).toIterable().containsExactly(FIELDS);
        assertThat(json.get("mood_trend_reason").textValue()).isEqualTo("insufficient_data");
        assertThat(json.get("effect").isNull()).isTrue();
        assertThat(json.get("missing_effect").get("reason").textValue()).isEqualTo("not_recorded");
        assertThat(json.get("total_days").intValue()).isEqualTo(14);
    }

    @Test
    void aSummaryIsFlatInJson() {
        var rising = moods(3, 3, 2, 3, 3, 2, 3, 4, 4, 4, 3, 4, 4, 5);
        JsonNode json = JSON.valueToTree(Summaries.of(PeriodFacts.of(period(14), rising)));
        assertThat(json.get("adherence_rate").decimalValue()).isEqualByComparingTo("100");
        assertThat(json.get("average_mood").decimalValue()).isEqualByComparingTo("3.36");
        assertThat(json.get("mood_trend").textValue()).isEqualTo("improved");
        assertThat(json.get("mood_trend_reason").isNull()).isTrue();
        assertThat(json.fieldNames()).toIterable().contains(FIELDS).hasSize(FIELDS.length + 3);
    }

    @Test
    void anEffectHasItsFieldsAndALongSeriesItsSegmentsToo() {
        var values = repeated(7, 3, 4, 2, 5);
        JsonNode effect = JSON.valueToTree(EffectTest.estimated(facts("mood", Benefit.HIGHER, values, values))
                .effect());
        assertThat(effect.fieldNames())
                .toIterable()
                .containsExactly("outcome", "d", "m", "lo", "hi", "p", "phase_days", "method", "confounded");
        assertThat(effect.get("method").textValue()).isEqualTo("shrinkage");
        var many = repeated(30, 3, 4, 2, 5, 4);
        JsonNode longer = JSON.valueToTree(
                EffectTest.estimated(facts("mood", Benefit.HIGHER, many, many)).effect());
        assertThat(longer.get("segments").get("level_change").has("lo")).isTrue();
        assertThat(longer.get("method").textValue()).isEqualTo("segmented_regression");
    }

    @Test
    void theDetailsCanBeReadBack() throws Exception {
        var many = repeated(30, 3, 4, 2, 5, 4);
        var details = Summaries.of(facts("mood", Benefit.HIGHER, many, many)).details();
        assertThat(JSON.readValue(JSON.writeValueAsString(details), SummaryDetails.class))
                .usingRecursiveComparison()
                .isEqualTo(details);
    }

    @Test
    void saysHowThePeriodEnded() {
        var facts = new PeriodFacts(
                period(3), List.of(done(0, 50), done(1, 50)), false, true, true, null, List.of(), false);
        var details = Summaries.of(facts).details();
        assertThat(details.autoCompleted()).isTrue();
        assertThat(details.early()).isTrue();
        assertThat(details.currentStreak()).isEqualTo(2);
    }

    @Test
    void theSameFactsGiveTheSameSummary() {
        var random = new Random(1);
        var records = new ArrayList<DailyRecord>();
        for (int i = 0; i < 14; i++) {
            records.add(mood(i, 1 + random.nextInt(5)));
        }
        assertThat(Summaries.of(PeriodFacts.of(period(14), records)))
                .isEqualTo(Summaries.of(PeriodFacts.of(period(14), List.copyOf(records))));
    }

    @Test
    void theLongestPeriodIsSummarised() {
        var summary = Summaries.of(PeriodFacts.of(period(PeriodDays.LONGEST), moods(3, 3)));
        assertThat(summary.details().missedDays()).isEqualTo(PeriodDays.LONGEST - 2);
    }
}
