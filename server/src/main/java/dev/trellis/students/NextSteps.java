package dev.trellis.students;

import dev.trellis.students.RiskView.Reason;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskReason;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to try next in a case, and how to begin (domain 10.3). */
public final class NextSteps {
    private NextSteps() {}

    /** What follows on what was tried last; before anything was tried, what the case suggests, or its reasons do. */
    public static InterventionType of(
            @Nullable InterventionType lastTried, @Nullable InterventionType planned, List<String> reasons) {
        if (lastTried != null) {
            return lastTried.followedBy();
        }
        return planned != null
                ? planned
                : InterventionType.suggestedBy(Arrays.stream(RiskReason.values())
                        .filter(reason -> reasons.contains(reason.name()))
                        .toList());
    }

    /** The first words of a message: they ask, and do not accuse. */
    public static String firstWords(String course, List<Reason> reasons) {
        var noticed =
                reasons.isEmpty() ? "it has been quiet" : reasons.getFirst().text();
        return "In " + course + " I noticed: " + noticed
                + ". Is anything in the way? We could talk, make a plan together, or look at what can be moved.";
    }
}
