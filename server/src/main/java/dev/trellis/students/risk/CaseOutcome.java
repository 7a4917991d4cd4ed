package dev.trellis.students.risk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What became of a student 28 days after the first contact (domain 10.4). */
public enum CaseOutcome {
    RE_ENGAGED,
    IMPROVED,
    NO_CHANGE,
    WORSENED,
    WITHDREW,
    COMPLETED_COURSE,
    NOT_REACHED;

    /** So many days after the first contact the outcome is set. */
    public static final int AFTER_DAYS = 28;

    private static final int ACTIVE_DAYS = 3;
    private static final int EVALUATIONS = 2;

    /**
     * What is known at that time.
     *
     * @param wasInactive true when inactivity was among the reasons: only then can somebody come back
     * @param activeDays days with activity in the 14 days after the first contact
     * @param submissions what was handed in on those days
     * @param levelAtContact what was shown when the trainer made contact
     * @param evaluationsSince what was found since, oldest first, before hysteresis
     */
    public record FollowUp(
            boolean withdrew,
            boolean completedCourse,
            boolean reached,
            boolean wasInactive,
            int activeDays,
            int submissions,
            RiskLevel levelAtContact,
            List<RiskLevel> evaluationsSince) {}

    /** The outcome. What ended the matter comes first, then whether anybody was reached at all, then how it went. */
    public static CaseOutcome of(FollowUp then) {
        if (then.withdrew()) {
            return WITHDREW;
        }
        if (then.completedCourse()) {
            return COMPLETED_COURSE;
        }
        if (!then.reached()) {
            return NOT_REACHED;
        }
        if (then.wasInactive() && then.activeDays() >= ACTIVE_DAYS && then.submissions() >= 1) {
            return RE_ENGAGED;
        }
        var since = then.evaluationsSince();
        var latest = since.subList(Math.max(0, since.size() - EVALUATIONS), since.size());
        if (latest.size() == EVALUATIONS
                && latest.stream().allMatch(level -> then.levelAtContact().isAbove(level))) {
            return IMPROVED;
        }
        return !since.isEmpty() && since.getLast().isAbove(then.levelAtContact()) ? WORSENED : NO_CHANGE;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of that wire name. */
    @JsonCreator
    public static CaseOutcome of(String wire) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such outcome"));
    }
}
