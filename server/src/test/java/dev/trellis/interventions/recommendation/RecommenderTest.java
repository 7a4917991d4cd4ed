package dev.trellis.interventions.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trellis.interventions.recommendation.Recommendation.Suggestions;
import dev.trellis.interventions.recommendation.Recommendation.SuspendedForSafety;
import dev.trellis.platform.embedding.Embedder;
import dev.trellis.platform.embedding.Embedders;
import dev.trellis.platform.embedding.EmbeddingSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecommenderTest {
    private static final Embedder EMBEDDER = Embedders.from(EmbeddingSettings.builtin());
    private static final List<CatalogueEntry> ENTRIES = StarterCatalogue.read();
    private static final CatalogueSnapshot CATALOGUE = CatalogueSnapshot.of(ENTRIES, EMBEDDER);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Intake COFFEE = Intake.of("fall asleep faster", "I drink coffee until the evening");

    @Test
    void nothingIsSuggestedWhileSafetyComesFirst() {
        var held =
                new PersonFacts(new UUID(1, 2), TODAY, Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), false, true);
        assertThat(Recommender.recommend(COFFEE, held, CATALOGUE, 5)).isInstanceOf(SuspendedForSafety.class);
    }

    @Test
    void betweenOneAndTenCanBeAskedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> Recommender.recommend(COFFEE, person(1), CATALOGUE, 11));
        assertThatIllegalArgumentException().isThrownBy(() -> Recommender.recommend(COFFEE, person(1), CATALOGUE, 0));
        assertThat(suggestions(COFFEE, person(1), CATALOGUE, 10).ranked()).hasSize(10);
    }

    @Test
    void anIntakeWithoutWordsFindsNothing() {
        assertThat(suggestions(Intake.of("", ""), person(1), CATALOGUE, 5).ranked())
                .isEmpty();
    }

    @Test
    void theExplanationUsesFactsOnlyAndTellsCountsFromTenTriesOn() {
        var first = suggestions(COFFEE, person(1), CATALOGUE, 5).ranked().getFirst();
        assertThat(first.entry().slug()).isEqualTo("caffeine_curfew");
        assertThat(first.explanation())
                .startsWith("Suggested because you reported")
                .contains("Last caffeine at least 8 hours before planned bedtime")
                .contains("for 14 days")
                .contains("Evidence: moderate: several trials, some inconsistency (Drake et al. 2013, J Clin Sleep Med"
                        + " 9(11):1195-1200).")
                .doesNotContain("doi")
                .doesNotContain("tried it here");
        assertThat(explained(Outcomes.of(5, 9))).doesNotContain("tried it here");
        assertThat(explained(Outcomes.of(6, 10))).endsWith("10 people tried it here, 6 said it helped.");
    }

    @Test
    void theFirstPlaceIgnoresTheDrawAndLaterOnesFollowIt() {
        var days = IntStream.range(0, 20)
                .mapToObj(day -> suggestions(COFFEE, person(1, TODAY.plusDays(day)), CATALOGUE, 5))
                .toList();
        assertThat(days)
                .extracting(day -> day.ranked().getFirst().entry().slug())
                .containsOnly("caffeine_curfew");
        assertThat(days)
                .extracting(day -> day.ranked().stream()
                        .map(shown -> shown.score().theta())
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void aNewcomerGetsAPlaceAmongWellTriedItems() {
        var newcomer = 12;
        var entries = ENTRIES.stream()
                .map(entry -> entry.interventionId() == newcomer ? entry : entry.with(Outcomes.of(180, 200)))
                .toList();
        var intake = Intake.of("less tense", "tight shoulders and jaw, headaches, I want to relax my muscles");
        var catalogue = CATALOGUE.rebuiltWith(entries);
        for (var person = 0; person < 20; person++) {
            assertThat(suggestions(intake, person(person), catalogue, 5).ranked())
                    .anyMatch(shown -> shown.entry().interventionId() == newcomer);
        }
    }

    @Test
    void aMembersItemIsLabelled() {
        var entries = new ArrayList<>(ENTRIES);
        entries.removeIf(entry -> entry.slug().equals("caffeine_curfew"));
        entries.add(new CatalogueEntry(
                900,
                "tea_instead",
                "Tea instead of coffee",
                "sleep",
                "Drink herbal tea in the evening instead of coffee.",
                "Coffee in the evening; falls asleep late",
                List.of("Drink herbal tea after lunch"),
                14,
                Set.of(),
                "None specific.",
                EvidenceGrade.D,
                "",
                "",
                true,
                Outcomes.NONE,
                HabitMinutes.perDay(List.of())));
        var shown = suggestions(COFFEE, person(1), CATALOGUE.rebuiltWith(entries), 5)
                .ranked();
        assertThat(shown)
                .filteredOn(suggestion -> suggestion.entry().fromMember())
                .singleElement()
                .satisfies(suggestion -> {
                    assertThat(suggestion.cautions()).contains("From a member, not reviewed as evidence.");
                    assertThat(suggestion.explanation()).contains("from a member, not reviewed as evidence");
                });
    }

    @Test
    void aRebuiltSnapshotEmbedsOnlyWhatChanged() {
        var counting = new CountingEmbedder();
        var snapshot = CatalogueSnapshot.of(ENTRIES, counting);
        assertThat(counting.asked).isEqualTo(ENTRIES.size());
        var more = new ArrayList<>(ENTRIES);
        more.removeFirst();
        assertThat(snapshot.rebuiltWith(more).entries()).hasSize(ENTRIES.size() - 1);
        assertThat(counting.asked).isEqualTo(ENTRIES.size());
    }

    @Test
    void twoItemsMayNotShareAnId() {
        var twice = List.of(ENTRIES.getFirst(), ENTRIES.getFirst());
        assertThatIllegalArgumentException().isThrownBy(() -> CatalogueSnapshot.of(twice, EMBEDDER));
    }

    private static final class CountingEmbedder implements Embedder {
        private int asked;

        @Override
        public String model() {
            return EMBEDDER.model();
        }

        @Override
        public int dimensions() {
            return EMBEDDER.dimensions();
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            asked += texts.size();
            return EMBEDDER.embed(texts);
        }
    }

    private static String explained(Outcomes outcomes) {
        var entry = ENTRIES.get(6).with(outcomes);
        return new Explanation(COFFEE, new Eligibility(COFFEE, person(1))).text(entry, List.of("a busy head"));
    }

    private static Suggestions suggestions(Intake intake, PersonFacts person, CatalogueSnapshot catalogue, int count) {
        return (Suggestions) Recommender.recommend(intake, person, catalogue, count);
    }

    private static PersonFacts person(long number) {
        return person(number, TODAY);
    }

    private static PersonFacts person(long number, LocalDate today) {
        return PersonFacts.unasked(new UUID(7, number), today);
    }
}
