package dev.trellis.messaging;

import dev.trellis.interventions.InterventionReviewed;

/** What an author reads when a submission was reviewed: the decision, and the reviewer's reason in their own words. */
final class ReviewText {
    private ReviewText() {}

    static String title(InterventionReviewed reviewed) {
        var name = "“" + reviewed.name() + "”";
        return switch (reviewed.status()) {
            case "approved" -> name + " is now in the catalogue";
            case "rejected" -> name + " was not taken into the catalogue";
            case "reviewed" -> name + " needs a change first";
            default -> name + " was reviewed";
        };
    }

    static String body(InterventionReviewed reviewed) {
        var decision = switch (reviewed.status()) {
            case "approved" -> "A reviewer read your intervention and approved it. Thank you for sharing it.";
            case "rejected" ->
                "A reviewer read your intervention and decided against it. Thank you for the work in it.";
            case "reviewed" -> "A reviewer read your intervention and would like something changed before deciding.";
            default -> "A reviewer read your intervention. Its status is now " + reviewed.status() + ".";
        };
        return reviewed.note().isBlank()
                ? decision
                : decision + " Their reason: " + reviewed.note().strip();
    }
}
