package dev.trellis.interventions.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.interventions.recommendation.ContraindicationTag.Action;
import dev.trellis.interventions.recommendation.Recommendation.Suggestions;
import dev.trellis.platform.embedding.Embedders;
import dev.trellis.platform.embedding.EmbeddingSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every person and every catalogue, with members' items and outcomes of all sizes among the curated. */
class RecommenderPropertiesTest {
    private static final List<CatalogueEntry> CURATED = StarterCatalogue.read();
    private static final CatalogueSnapshot BASE =
            CatalogueSnapshot.of(CURATED, Embedders.from(EmbeddingSettings.builtin()));
    private static final List<JudgedIntake> INTAKES = JudgedIntake.all();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** One random request, made from a seed so that a failure can be replayed. */
    private record Case(Intake intake, PersonFacts person, CatalogueSnapshot catalogue, int count) {
        static Case of(long seed) {
            var random = new Random(seed);
            return new Case(
                    randomIntake(random), randomPerson(random), randomCatalogue(random), 1 + random.nextInt(10));
        }

        Suggestions suggestions() {
            return (Suggestions) Recommender.recommend(intake, person, catalogue, count);
        }
    }

    @Property(tries = 60)
    void nothingExcludedIsEverShown(@ForAll long seed) {
        var request = Case.of(seed);
        var suggestions = request.suggestions();
        var excluded = suggestions.excluded().stream().map(Exclusion::entry).collect(Collectors.toSet());
        var present = request.person.present();
        assertThat(suggestions.ranked()).allSatisfy(shown -> {
            var entry = shown.entry();
            assertThat(excluded).doesNotContain(entry);
            assertThat(entry.contraindicationTags())
                    .filteredOn(tag -> tag.action() == Action.HARD_EXCLUDE)
                    .doesNotContainAnyElementsOf(present);
            assertThat(request.intake.blockedCategories()).doesNotContain(entry.category());
            assertThat(request.person.active()).doesNotContain(entry.interventionId());
            assertThat(entry.durationDays())
                    .isLessThanOrEqualTo(request.intake.maxDurationDays().orElse(84));
            assertThat(request.person.abandonedTries().getOrDefault(entry.interventionId(), 0))
                    .isLessThan(2);
            assertThat(!entry.category().equals("menstrual") || request.person.cycleFeatures())
                    .isTrue();
        });
    }

    @Property(tries = 60)
    void whatNeedsAClinicianIsNeverFirstAndNeverWithoutACaution(@ForAll long seed) {
        var request = Case.of(seed);
        assertThat(request.suggestions().ranked()).allSatisfy(shown -> {
            var careful = shown.entry().contraindicationTags().stream()
                    .anyMatch(tag -> tag.action() == Action.CLINICIAN_FIRST
                            && request.person.present().contains(tag));
            assertThat(careful && shown.position() == 1).isFalse();
            assertThat(careful && shown.cautions().isEmpty()).isFalse();
        });
    }

    @Property(tries = 60)
    void everyFlagNobodyAskedAboutComesWithItsQuestion(@ForAll long seed) {
        var request = Case.of(seed);
        assertThat(request.suggestions().ranked()).allSatisfy(shown -> {
            var asked = shown.questions().stream().map(Suggestion.Question::tag).collect(Collectors.toSet());
            var open = EnumSet.noneOf(ContraindicationTag.class);
            open.addAll(shown.entry().contraindicationTags());
            open.removeAll(request.person.present());
            open.removeAll(request.person.absent());
            assertThat(asked).isEqualTo(open);
        });
    }

    @Property(tries = 60)
    void everyFiveShowAtMostTwoOfACategoryAndOneFromMembers(@ForAll long seed) {
        var ranked = Case.of(seed).suggestions().ranked();
        for (var start = 0; start < ranked.size(); start += 5) {
            var five = ranked.subList(start, Math.min(start + 5, ranked.size()));
            var categories = five.stream()
                    .collect(Collectors.groupingBy(shown -> shown.entry().category(), Collectors.counting()));
            assertThat(categories.values()).allMatch(count -> count <= 2);
            assertThat(five.stream().filter(shown -> shown.entry().fromMember()))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Property(tries = 60)
    void noTwoItemsNeedMoreThanAnHourADayTogether(@ForAll long seed) {
        var minutes = Case.of(seed).suggestions().ranked().stream()
                .flatMapToInt(shown -> shown.entry().minutesPerDay().stream())
                .sorted()
                .toArray();
        if (minutes.length > 1) {
            assertThat(minutes[minutes.length - 1] + minutes[minutes.length - 2])
                    .isLessThanOrEqualTo(60);
        }
    }

    @Property(tries = 60)
    void everyPropensityIsAProbabilityAboveZero(@ForAll long seed) {
        var ranked = Case.of(seed).suggestions().ranked();
        assertThat(ranked).allSatisfy(shown -> {
            assertThat(shown.propensity()).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(shown.feedbackWeight()).isBetween(1.0, 10.0);
            assertThat(shown.score().rel()).isBetween(0.0, 1.0);
            assertThat(shown.score().score())
                    .isEqualTo(Score.of(
                            shown.score().rel(),
                            shown.score().theta(),
                            shown.score().ev()));
        });
        assertThat(ranked.stream().limit(1)).allMatch(first -> first.propensity() == 1 && !first.exploration());
    }

    @Property(tries = 30)
    void aRefreshOnTheSameDayShowsTheSame(@ForAll long seed) {
        var request = Case.of(seed);
        assertThat(request.suggestions()).isEqualTo(request.suggestions());
    }

    @Property(tries = 30)
    void askingForMoreNeverChangesTheFirstFive(@ForAll long seed) {
        var request = Case.of(seed);
        var five = new Case(request.intake, request.person, request.catalogue, 5);
        var ten = new Case(request.intake, request.person, request.catalogue, 10);
        assertThat(slugs(ten).limit(5).toList()).isEqualTo(slugs(five).limit(5).toList());
    }

    @Property(tries = 200)
    void fusionRewardsEveryPlaceAndForgetsNothing(@ForAll("lists") List<List<Integer>> lists) {
        var fused = RankFusion.fuse(lists, RankFusion.K);
        assertThat(fused)
                .extracting(RankFusion.Fused::item)
                .containsExactlyInAnyOrderElementsOf(
                        lists.stream().flatMap(List::stream).collect(Collectors.toSet()));
        assertThat(fused).isSortedAccordingTo((left, right) -> Double.compare(right.score(), left.score()));
        assertThat(fused).allMatch(item -> item.score() > 0 && item.score() <= lists.size() / 61.0 + 1e-12);
        var reversed = new ArrayList<>(lists);
        Collections.reverse(reversed);
        assertThat(RankFusion.fuse(reversed, RankFusion.K))
                .extracting(RankFusion.Fused::item)
                .containsExactlyInAnyOrderElementsOf(
                        fused.stream().map(RankFusion.Fused::item).toList());
    }

    @Property(tries = 200)
    void evidenceNeverCountsForMoreThanTwoHundredTries(
            @ForAll @IntRange(max = 100_000) int tries, @ForAll @IntRange(max = 100) int percent) {
        var posterior = BetaPosterior.of(EvidenceGrade.B, Outcomes.of((long) tries * percent / 100, tries));
        assertThat(posterior.alpha() + posterior.beta()).isLessThanOrEqualTo(220 + 1e-9);
        assertThat(posterior.mean()).isBetween(0.0, 1.0);
    }

    @Provide
    Arbitrary<List<List<Integer>>> lists() {
        return Arbitraries.integers()
                .between(1, 30)
                .list()
                .uniqueElements()
                .ofMaxSize(20)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Stream<String> slugs(Case request) {
        return request.suggestions().ranked().stream()
                .map(shown -> shown.entry().slug());
    }

    private static Intake randomIntake(Random random) {
        var model = INTAKES.get(random.nextInt(INTAKES.size())).intake();
        return new Intake(
                model.goal(),
                model.text(),
                model.categories(),
                random.nextInt(4) == 0 ? Set.of(CURATED.get(random.nextInt(62)).category()) : Set.of(),
                model.sleepQuality(),
                model.stress(),
                null,
                random.nextInt(4) == 0 ? OptionalInt.of(7 + random.nextInt(70)) : OptionalInt.empty(),
                OptionalInt.empty(),
                random.nextBoolean());
    }

    private static PersonFacts randomPerson(Random random) {
        var present = EnumSet.noneOf(ContraindicationTag.class);
        var absent = EnumSet.noneOf(ContraindicationTag.class);
        for (var tag : ContraindicationTag.values()) {
            var answer = random.nextInt(8);
            if (answer == 0) {
                present.add(tag);
            } else if (answer < 4) {
                absent.add(tag);
            }
        }
        return new PersonFacts(
                new UUID(random.nextLong(), random.nextLong()),
                TODAY.plusDays(random.nextInt(100)),
                present,
                absent,
                Set.of(1 + random.nextInt(62)),
                Map.of(1 + random.nextInt(62), TODAY.minusDays(random.nextInt(90))),
                Map.of(1 + random.nextInt(62), random.nextInt(4)),
                random.nextBoolean(),
                false);
    }

    private static CatalogueSnapshot randomCatalogue(Random random) {
        var tried = random.nextInt(2_000) + 1;
        var entries = new ArrayList<>(CURATED.stream()
                .map(entry -> {
                    var tries = random.nextInt(tried);
                    return entry.with(Outcomes.of(random.nextInt(tries + 1), tries));
                })
                .toList());
        IntStream.range(0, 8)
                .forEach(number -> entries.add(fromMember(CURATED.get(random.nextInt(62)), 1000 + number)));
        return BASE.rebuiltWith(entries);
    }

    private static CatalogueEntry fromMember(CatalogueEntry model, int id) {
        return new CatalogueEntry(
                id,
                model.slug() + "_" + id,
                model.name(),
                model.category(),
                model.description(),
                model.targetProfile(),
                model.habits(),
                model.durationDays(),
                new HashSet<>(model.contraindicationTags()),
                model.contraindications(),
                EvidenceGrade.D,
                model.expectedEffect(),
                "",
                true,
                Outcomes.NONE,
                model.minutesPerDay());
    }
}
