package dev.trellis.adaptation;

import dev.trellis.adaptation.change.Edit.Changed;
import dev.trellis.safety.SafetyNotice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What became of wanting to change the plan, or to take a change back. */
public sealed interface PlanChangeResult {
    /** It would be like this; nothing is changed. */
    record Previewed(LocalDate effectiveFrom, Changed changed) implements PlanChangeResult {}

    /** It is done; with help when the words sounded like somebody who needs it. */
    record Applied(PlanChange change, @Nullable SafetyNotice safety) implements PlanChangeResult {}

    /** It is taken back. */
    record TakenBack(PlanChange change) implements PlanChangeResult {}

    /** It would break a limit; the words say which, and what would be possible. */
    record Refused(String words) implements PlanChangeResult {}

    /** Something in the request makes no sense; a JSON pointer says where. */
    record Invalid(String pointer, String detail) implements PlanChangeResult {}

    /** It is too late for it, or nothing would be different. */
    record NotNow(String why) implements PlanChangeResult {}

    /** The person has no such thing. */
    record Unknown(String what) implements PlanChangeResult {}
}
