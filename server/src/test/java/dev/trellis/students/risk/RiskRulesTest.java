package dev.trellis.students.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.students.risk.CommunityOfInquiry.Reached;
import dev.trellis.students.risk.RiskFinding.Because;
import dev.trellis.vectors.WorkedExamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Indicators to points to a level. */
class RiskRulesTest {
    static Stream<WorkedExamples> levels() {
        return WorkedExamples.of("risk_level");
    }

    static Stream<WorkedExamples> depths() {
        return WorkedExamples.of("moodle_depth");
    }

    @ParameterizedTest
    @MethodSource("levels")
    void givesTheDomainsLevels(WorkedExamples example) {
        var finding = RiskRules.assess(indicators(example.inputs()), RiskRules.DEFAULT_PASS_MARK);

        var expected = example.expected();
        assertThat(finding.map(found -> found.level().wire()))
                .isEqualTo(Optional.ofNullable(expected.get("level").textValue()));
        assertThat(finding.map(RiskFinding::points).orElse(0))
                .isEqualTo(expected.get("points").intValue());
        var codes = new ArrayList<String>();
        expected.get("reasons").forEach(code -> codes.add(code.textValue()));
        assertThat(finding.map(RiskFinding::codes).orElse(List.of())).isEqualTo(codes);
    }

    @ParameterizedTest
    @MethodSource("depths")
    void givesTheDomainsDepths(WorkedExamples example) {
        var activities = new ArrayList<Reached>();
        example.inputs()
                .get("acts")
                .forEach(act -> activities.add(
                        new Reached(act.get(0).intValue(), act.get(1).intValue())));

        assertThat(CommunityOfInquiry.score(activities))
                .isCloseTo(example.expected().doubleValue(), within(example.tolerance()));
    }

    @Test
    void tellsTheValueBehindEachReason() {
        var finding =
                RiskRules.assess(with(0.86, 8, 0.85, 0, 53.0, -4.0, null), 50).orElseThrow();

        assertThat(finding.reasons())
                .containsExactly(
                        new Because(RiskReason.ATTENDANCE_LT_90, 0.86),
                        new Because(RiskReason.INACTIVE_7D, 8),
                        new Because(RiskReason.GRADE_NEAR_PASS, 53));
    }

    @ParameterizedTest
    @CsvSource({
        "39.9, GRADE_FAR_BELOW_PASS",
        "40, GRADE_BELOW_PASS",
        "49.9, GRADE_BELOW_PASS",
        "50, GRADE_NEAR_PASS",
        "54.9, GRADE_NEAR_PASS",
        "55, "
    })
    void aGradeIsComparedWithThePassMarkOfTheCourse(double grade, @Nullable String code) {
        var atFifty =
                RiskRules.assess(with(1.0, 0, 1.0, 0, grade, null, null), 50).orElseThrow();
        var atSixty = RiskRules.assess(with(1.0, 0, 1.0, 0, grade + 10, null, null), 60)
                .orElseThrow();

        assertThat(atFifty.codes()).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(atSixty.codes()).isEqualTo(atFifty.codes());
    }

    @Test
    void longAbsenceWithFewSubmissionsIsHighWhateverThePointsSay() {
        var finding =
                RiskRules.assess(with(null, 21, 0.59, 0, 80.0, null, null), 50).orElseThrow();

        assertThat(finding.points()).isEqualTo(6);
        assertThat(RiskRules.assess(with(0.49, 0, 1.0, 0, 80.0, null, null), 50)
                        .orElseThrow()
                        .level())
                .isEqualTo(RiskLevel.HIGH);
    }

    @Property(tries = 400)
    void underThreeIndicatorsThereIsNoLevel(@ForAll long seed) {
        var indicators = random(new Random(seed), 0.7);

        assertThat(RiskRules.assess(indicators, 50).isPresent()).isEqualTo(indicators.known() >= 3);
    }

    @Property(tries = 400)
    void pointsAreThoseOfTheReasonsAndOfOneReasonAnIndicatorAtMost(@ForAll long seed) {
        RiskRules.assess(random(new Random(seed), 0.2), 50).ifPresent(finding -> {
            assertThat(finding.points())
                    .isEqualTo(finding.reasons().stream()
                            .mapToInt(because -> because.code().points())
                            .sum());
            assertThat(finding.reasons().stream().map(Because::code)).isSorted();
            assertThat(finding.level().isAbove(RiskLevel.ofPoints(finding.points()))
                            || finding.level() == RiskLevel.ofPoints(finding.points()))
                    .isTrue();
            assertThat(finding.reasons().stream()
                            .collect(Collectors.groupingBy(
                                    because -> because.code().name().split("_")[0]))
                            .values())
                    .allMatch(of -> of.size() <= 2);
        });
    }

    @Property(tries = 400)
    void whatIsWorseNeverLowersTheLevel(@ForAll long seed) {
        var random = new Random(seed);
        var before = random(random, 0.1);
        if (before.attendance() == null || before.daysInactive() == null) {
            return;
        }
        var worse = new RiskIndicators(
                before.attendance() * random.nextDouble(),
                before.daysInactive() + random.nextInt(30),
                before.submissionRate(),
                before.missedInRow(),
                before.grade(),
                before.gradeTrend(),
                before.engagementZ(),
                before.cogDepth(),
                before.socBreadth(),
                before.loadRatio(),
                before.previousAttempts(),
                before.trainerConcern());

        RiskRules.assess(before, 50)
                .ifPresent(finding -> assertThat(RiskRules.assess(worse, 50).orElseThrow())
                        .satisfies(then -> {
                            assertThat(then.points()).isGreaterThanOrEqualTo(finding.points());
                            assertThat(finding.level().isAbove(then.level())).isFalse();
                        }));
    }

    @Test
    void nothingExcludedIsAnIndicatorOrAReason() {
        var names = Stream.concat(
                        Arrays.stream(RiskIndicators.class.getRecordComponents())
                                .map(component -> component.getName().toLowerCase(Locale.ROOT)),
                        Arrays.stream(RiskReason.values())
                                .map(reason -> reason.name().toLowerCase(Locale.ROOT)))
                .toList();

        assertThat(names)
                .noneMatch(name -> Stream.of(
                                "gender",
                                "sex",
                                "ethnic",
                                "origin",
                                "disab",
                                "age_",
                                "birth",
                                "postcode",
                                "parent",
                                "health",
                                "wellbeing",
                                "mood",
                                "depriv")
                        .anyMatch(name::contains));
    }

    private static RiskIndicators with(
            @Nullable Double attendance,
            @Nullable Integer inactive,
            @Nullable Double submitted,
            int missed,
            @Nullable Double grade,
            @Nullable Double trend,
            @Nullable Double z) {
        return new RiskIndicators(attendance, inactive, submitted, missed, grade, trend, z, null, null, null, 0, false);
    }

    private static RiskIndicators random(Random random, double missing) {
        return new RiskIndicators(
                maybe(random, missing, random.nextDouble()),
                random.nextDouble() < missing ? null : random.nextInt(40),
                maybe(random, missing, random.nextDouble()),
                random.nextInt(4),
                maybe(random, missing, random.nextDouble() * 100),
                maybe(random, missing, random.nextDouble() * 40 - 20),
                maybe(random, missing, random.nextGaussian()),
                maybe(random, missing, random.nextDouble() * 2 - 1),
                maybe(random, missing, random.nextDouble() * 2 - 1),
                maybe(random, missing, random.nextDouble() * 2),
                random.nextInt(2),
                random.nextBoolean());
    }

    private static @Nullable Double maybe(Random random, double missing, double value) {
        return random.nextDouble() < missing ? null : value;
    }

    private static RiskIndicators indicators(JsonNode in) {
        return new RiskIndicators(
                number(in, "attendance"),
                in.has("days_inactive") ? in.get("days_inactive").intValue() : null,
                number(in, "submission_rate"),
                in.path("missed_in_row").asInt(0),
                number(in, "grade"),
                number(in, "grade_trend"),
                number(in, "engagement_z"),
                number(in, "cog_depth"),
                number(in, "soc_breadth"),
                number(in, "load_ratio"),
                in.path("previous_attempts").asInt(0),
                in.path("trainer_concern").asBoolean(false));
    }

    private static @Nullable Double number(JsonNode in, String name) {
        return in.hasNonNull(name) ? in.get(name).doubleValue() : null;
    }
}
