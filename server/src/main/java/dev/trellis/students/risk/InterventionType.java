package dev.trellis.students.risk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a trainer can do for a student (domain 10.3). */
public enum InterventionType {
    NUDGE_MESSAGE,
    TRAINER_MESSAGE,
    PHONE_CALL,
    ONE_TO_ONE_MEETING,
    STUDY_PLAN,
    EXTENSION_OR_CATCH_UP,
    TUTORING_REFERRAL,
    PEER_GROUP,
    TECHNICAL_ACCESS_HELP,
    LOAD_REDUCTION_ADVICE,
    WELLBEING_REFERRAL,
    OTHER;

    /** What to try first, by the weightiest of these reasons; of equal ones the first in their order. */
    public static InterventionType suggestedBy(List<RiskReason> reasons) {
        return reasons.stream()
                .reduce((weightiest, next) -> next.points() > weightiest.points() ? next : weightiest)
                .map(InterventionType::suggestedBy)
                .orElse(TRAINER_MESSAGE);
    }

    private static InterventionType suggestedBy(RiskReason reason) {
        return switch (reason) {
            case ATTENDANCE_LT_80, ATTENDANCE_LT_90 -> ONE_TO_ONE_MEETING;
            case INACTIVE_21D, INACTIVE_14D, INACTIVE_7D, ENGAGEMENT_Z_LE_1_5, ENGAGEMENT_Z_LE_1_0, TRAINER_CONCERN ->
                TRAINER_MESSAGE;
            case SUBMISSIONS_LT_60, SUBMISSIONS_LT_80, MISSED_2_IN_ROW, COGNITIVE_DEPTH_LOW -> STUDY_PLAN;
            case GRADE_FAR_BELOW_PASS, GRADE_BELOW_PASS, GRADE_NEAR_PASS, GRADE_DROP_15, GRADE_DROP_8, REPEAT_ATTEMPT ->
                TUTORING_REFERRAL;
            case SOCIAL_BREADTH_LOW -> PEER_GROUP;
            case CREDIT_LOAD_HIGH -> LOAD_REDUCTION_ADVICE;
        };
    }

    /** What to try when this did not help, for the next step of a case. */
    public InterventionType followedBy() {
        return switch (this) {
            case NUDGE_MESSAGE -> TRAINER_MESSAGE;
            case TRAINER_MESSAGE -> PHONE_CALL;
            case PHONE_CALL, PEER_GROUP, TECHNICAL_ACCESS_HELP, OTHER -> ONE_TO_ONE_MEETING;
            case ONE_TO_ONE_MEETING -> STUDY_PLAN;
            case STUDY_PLAN -> EXTENSION_OR_CATCH_UP;
            case EXTENSION_OR_CATCH_UP, LOAD_REDUCTION_ADVICE -> TUTORING_REFERRAL;
            case TUTORING_REFERRAL -> PEER_GROUP;
            case WELLBEING_REFERRAL -> PHONE_CALL;
        };
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that wire name. */
    @JsonCreator
    public static InterventionType of(String wire) {
        return Arrays.stream(values())
                .filter(type -> type.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such type of intervention"));
    }
}
