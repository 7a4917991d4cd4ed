package dev.trellis.interventions;

import java.util.List;

/** What became of a review. */
public sealed interface ReviewOutcome {
    /** Decided, and the author is told. */
    record Decided(Submission submission) implements ReviewOutcome {}

    /** It is not pending: another reviewer was faster, or it waits for its author. */
    record NotPending(Submission.Status status) implements ReviewOutcome {}

    /** The author has written another version since the one that was read. */
    record ReadAnotherRevision(int current) implements ReviewOutcome {}

    /** Nobody reviews what they wrote themselves. */
    record OwnSubmission() implements ReviewOutcome {}

    /** It is flagged, and the reviewer has not said that they looked at the flags. */
    record FlagsNotAcknowledged(List<ModerationFlag> flags) implements ReviewOutcome {}

    /** Who rejects or asks for changes says why. */
    record NoteMissing() implements ReviewOutcome {}

    /** There is no such submission. */
    record Unknown() implements ReviewOutcome {}
}
