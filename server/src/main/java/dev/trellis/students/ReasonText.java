package dev.trellis.students;

import dev.trellis.students.risk.RiskFinding.Because;
import dev.trellis.students.risk.RiskReason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reasons in words that a trainer may say to a student: what was seen, with its number, and no verdict. */
public final class ReasonText {
    private ReasonText() {}

    /** One reason with the value behind it. */
    public static String of(RiskReason code, double value) {
        return switch (code) {
            case ATTENDANCE_LT_80, ATTENDANCE_LT_90 ->
                "was at " + percent(value) + " of the sessions of the last 28 days";
            case INACTIVE_21D, INACTIVE_14D, INACTIVE_7D -> "no activity for " + whole(value) + " days";
            case SUBMISSIONS_LT_60, SUBMISSIONS_LT_80 -> "handed in " + percent(value) + " of what was due, in time";
            case MISSED_2_IN_ROW -> "the last " + whole(value) + " items in a row were not handed in";
            case GRADE_FAR_BELOW_PASS, GRADE_BELOW_PASS ->
                "grades so far average " + number(value) + ", below the pass mark";
            case GRADE_NEAR_PASS -> "grades so far average " + number(value) + ", close to the pass mark";
            case GRADE_DROP_15, GRADE_DROP_8 ->
                "the latest grades are " + number(-value) + " points below those before";
            case ENGAGEMENT_Z_LE_1_5, ENGAGEMENT_Z_LE_1_0 ->
                "much less active in 14 days than others in the course (" + number(-value)
                        + " standard deviations below them)";
            case COGNITIVE_DEPTH_LOW -> "works less deeply with what is offered than it allows (" + number(value) + ")";
            case SOCIAL_BREADTH_LOW -> "works little with others in what is meant for it (" + number(value) + ")";
            case CREDIT_LOAD_HIGH -> "is enrolled for " + percent(value) + " of a full load";
            case REPEAT_ATTEMPT -> "earlier attempts at this course: " + whole(value);
            case TRAINER_CONCERN -> "a trainer raised a concern in the last 28 days";
        };
    }

    static String list(List<Because> reasons) {
        return reasons.stream()
                .map(because -> of(because.code(), because.value()))
                .collect(Collectors.joining("; "));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
