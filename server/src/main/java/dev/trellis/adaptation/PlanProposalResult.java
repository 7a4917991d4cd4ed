package dev.trellis.adaptation;

/** What became of an answer to a proposed change of the plan. */
public sealed interface PlanProposalResult {
    /** It is as the person wants it. */
    record Decided(PlanProposal proposal) implements PlanProposalResult {}

    /** The person has no such proposal. */
    record Unknown() implements PlanProposalResult {}

    /** It cannot be decided in its state; the sentence says which. */
    record WrongState(String sentence) implements PlanProposalResult {}
}
