package dev.trellis.interventions.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.embedding.Embedders;
import dev.trellis.platform.embedding.EmbeddingSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RankingQualityTest {
    private static final CatalogueSnapshot CATALOGUE =
            CatalogueSnapshot.of(StarterCatalogue.read(), Embedders.from(EmbeddingSettings.builtin()));
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 2);
    private static final int DAYS = 5;

    record Quality(double ndcg5, double recall10, double mrr) {
        @Override
        public String toString() {
            return "nDCG@5 %.3f  recall@10 %.3f  MRR %.3f".formatted(ndcg5, recall10, mrr);
        }
    }

    @Test
    void print() {
        for (var part : List.of("tuned", "held out", "all")) {
            Predicate<JudgedIntake> in = intake -> part.equals("all") || intake.heldOut() == part.equals("held out");
            System.out.println(part);
            System.out.println("  words   "
                    + quality(
                            in,
                            (intake, day) -> entries(retrieve(intake).byWords().places())));
            System.out.println("  meaning "
                    + quality(
                            in,
                            (intake, day) ->
                                    entries(retrieve(intake).byMeaning().places())));
            System.out.println("  hybrid  " + quality(in, (intake, day) -> hybrid(intake)));
            System.out.println("  final   " + quality(in, RankingQualityTest::finalList));
        }
    }

    static void detail() {
        JudgedIntake.tuned().forEach(intake -> {
            var n = RankingMetrics.ndcg(
                    intake.grades(hybrid(intake)), List.copyOf(intake.judged().values()), 5);
            var f = RankingMetrics.ndcg(
                    intake.grades(finalList(intake, 0)),
                    List.copyOf(intake.judged().values()),
                    5);
            if (n > .85) return;
            System.out.println(intake.id() + " H %.2f F %.2f ".formatted(n, f)
                    + intake.intake().goal() + " | " + intake.intake().text() + "  "
                    + dev.trellis.platform.embedding.Thesaurus.shipped()
                            .concepts(QueryText.of(intake.intake()).text())
                            .keySet());
            System.out.println("   judged "
                    + intake.judged().entrySet().stream()
                            .filter(e -> e.getValue() > 1)
                            .toList());
            System.out.println(
                    "   W " + show(intake, entries(retrieve(intake).byWords().places())));
            System.out.println(
                    "   M " + show(intake, entries(retrieve(intake).byMeaning().places())));
        });
    }

    static Quality q(String kind, boolean held) {
        Predicate<JudgedIntake> in = intake -> intake.heldOut() == held;
        return switch (kind) {
            case "words" ->
                quality(in, (intake, day) -> entries(retrieve(intake).byWords().places()));
            case "meaning" ->
                quality(
                        in,
                        (intake, day) -> entries(retrieve(intake).byMeaning().places()));
            case "hybrid" -> quality(in, (intake, day) -> hybrid(intake));
            default -> quality(in, RankingQualityTest::finalList);
        };
    }

    private static String show(JudgedIntake intake, List<CatalogueEntry> entries) {
        var text = new StringBuilder();
        for (var e : entries.subList(0, Math.min(7, entries.size()))) {
            text.append(e.slug())
                    .append(':')
                    .append(intake.judged().getOrDefault(e.slug(), 0))
                    .append(' ');
        }
        return text.toString();
    }

    private static Quality quality(
            Predicate<JudgedIntake> in, BiFunction<JudgedIntake, Integer, List<CatalogueEntry>> list) {
        var ndcg = new ArrayList<Double>();
        var recall = new ArrayList<Double>();
        var mrr = new ArrayList<Double>();
        for (var intake : JudgedIntake.all()) {
            if (in.test(intake)) {
                for (var day = 0; day < DAYS; day++) {
                    var grades = intake.grades(list.apply(intake, day));
                    var judged = List.copyOf(intake.judged().values());
                    ndcg.add(RankingMetrics.ndcg(grades, judged, 5));
                    recall.add(RankingMetrics.recall(grades, judged, 10));
                    mrr.add(RankingMetrics.reciprocalRank(grades));
                }
            }
        }
        return new Quality(mean(ndcg), mean(recall), mean(mrr));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static Retrieved retrieve(JudgedIntake intake) {
        var eligibility = new Eligibility(intake.intake(), intake.person(FIRST_DAY));
        return CATALOGUE.retrieve(
                QueryText.of(intake.intake()).text(),
                entry -> eligibility.refusal(entry).isEmpty());
    }

    private static List<CatalogueEntry> entries(List<Integer> places) {
        return places.stream().map(CATALOGUE.entries()::get).toList();
    }

    private static List<CatalogueEntry> hybrid(JudgedIntake intake) {
        var lists = retrieve(intake);
        return RankFusion.fuse(
                        List.of(lists.byWords().places(), lists.byMeaning().places()), RankFusion.K)
                .stream()
                .map(fused -> CATALOGUE.entries().get(fused.item()))
                .toList();
    }

    private static List<CatalogueEntry> finalList(JudgedIntake intake, int day) {
        var five = suggestions(intake, day, 5);
        var ten = suggestions(intake, day, 10);
        assertThat(ten.subList(0, Math.min(4, five.size()))).hasSize(Math.min(4, five.size()));
        return ten;
    }

    private static List<CatalogueEntry> suggestions(JudgedIntake intake, int day, int count) {
        var answer = Recommender.recommend(intake.intake(), intake.person(FIRST_DAY.plusDays(day)), CATALOGUE, count);
        return ((Recommendation.Suggestions) answer)
                .ranked().stream().map(Suggestion::entry).toList();
    }
}
