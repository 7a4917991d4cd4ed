package dev.trellis.adaptation;

import java.time.LocalDate;

/** What became of a wish about a day's adjustment. */
public sealed interface AdjustmentResult {
    /** The day was looked at. */
    record Analysed(AnalysedDay day) implements AdjustmentResult {}

    /** It is as the person wants it. */
    record Decided(DayOverride override) implements AdjustmentResult {}

    /** There is no program to adjust. */
    record NoProgram() implements AdjustmentResult {}

    /** Only today and tomorrow can be looked at. */
    record OutOfReach(LocalDate from, LocalDate to) implements AdjustmentResult {}

    /** The person has no such adjustment. */
    record Unknown() implements AdjustmentResult {}

    /** It cannot be done in its state; the sentence says which, and what to do. */
    record WrongState(String sentence) implements AdjustmentResult {}
}
