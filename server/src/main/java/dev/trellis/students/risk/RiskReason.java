package dev.trellis.students.risk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Every reason that gives points, in the order in which reasons are told (domain 10.2). */
@Schema(extensions = @Extension(name = "x-codes", value = "true"))
public enum RiskReason {
    ATTENDANCE_LT_80(3, RiskIndicators::attendance, (value, pass) -> value < 0.80),
    ATTENDANCE_LT_90(2, RiskIndicators::attendance, (value, pass) -> value >= 0.80 && value < 0.90),
    INACTIVE_21D(3, RiskIndicators::daysInactive, (value, pass) -> value >= 21),
    INACTIVE_14D(2, RiskIndicators::daysInactive, (value, pass) -> value >= 14 && value < 21),
    INACTIVE_7D(1, RiskIndicators::daysInactive, (value, pass) -> value >= 7 && value < 14),
    SUBMISSIONS_LT_60(3, RiskIndicators::submissionRate, (value, pass) -> value < 0.60),
    SUBMISSIONS_LT_80(2, RiskIndicators::submissionRate, (value, pass) -> value >= 0.60 && value < 0.80),
    MISSED_2_IN_ROW(1, RiskIndicators::missedInRow, (value, pass) -> value >= 2),
    GRADE_FAR_BELOW_PASS(3, RiskIndicators::grade, (value, pass) -> value < pass - 10),
    GRADE_BELOW_PASS(2, RiskIndicators::grade, (value, pass) -> value >= pass - 10 && value < pass),
    GRADE_NEAR_PASS(1, RiskIndicators::grade, (value, pass) -> value >= pass && value < pass + 5),
    GRADE_DROP_15(2, RiskIndicators::gradeTrend, (value, pass) -> value <= -15),
    GRADE_DROP_8(1, RiskIndicators::gradeTrend, (value, pass) -> value > -15 && value <= -8),
    ENGAGEMENT_Z_LE_1_5(2, RiskIndicators::engagementZ, (value, pass) -> value <= -1.5),
    ENGAGEMENT_Z_LE_1_0(1, RiskIndicators::engagementZ, (value, pass) -> value > -1.5 && value <= -1.0),
    COGNITIVE_DEPTH_LOW(1, RiskIndicators::cogDepth, (value, pass) -> value <= -0.5),
    SOCIAL_BREADTH_LOW(1, RiskIndicators::socBreadth, (value, pass) -> value <= -0.5),
    CREDIT_LOAD_HIGH(1, RiskIndicators::loadRatio, (value, pass) -> value > 1.2),
    REPEAT_ATTEMPT(1, RiskIndicators::previousAttempts, (value, pass) -> value >= 1),
    TRAINER_CONCERN(2, indicators -> indicators.trainerConcern() ? 1 : 0, (value, pass) -> value >= 1);

    private final int points;
    private final Function<RiskIndicators, @Nullable Number> indicator;
    private final BiPredicate<Double, Double> holds;

    RiskReason(int points, Function<RiskIndicators, @Nullable Number> indicator, BiPredicate<Double, Double> holds) {
        this.points = points;
        this.indicator = indicator;
        this.holds = holds;
    }

    /** Its name in JSON, in the database and in the rules: a code, written in capitals everywhere. */
    @JsonValue
    public String code() {
        return name();
    }

    /** What it adds. */
    public int points() {
        return points;
    }

    /** The value that gives this reason, when it does. */
    Optional<Double> valueIn(RiskIndicators indicators, double passMark) {
        var value = indicator.apply(indicators);
        return value != null && holds.test(value.doubleValue(), passMark)
                ? Optional.of(value.doubleValue())
                : Optional.empty();
    }
}
