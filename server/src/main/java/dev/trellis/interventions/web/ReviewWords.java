package dev.trellis.interventions.web;

import dev.trellis.interventions.HabitTemplate;
import dev.trellis.interventions.ModerationFlag;
import dev.trellis.interventions.Submission;
import java.util.List;

/** What reviewers read, in words. */
final class ReviewWords {
    private ReviewWords() {}

    static List<String> flags(Submission submission) {
        return submission.moderationFlags().stream().map(ReviewWords::flag).toList();
    }

    private static String flag(ModerationFlag flag) {
        return switch (flag) {
            case LONG_FAST -> "Fasting for more than 16 hours";
            case SUPPLEMENTS_OR_MEDICINES -> "Supplements or medicines";
            case SHORT_SLEEP -> "Less than 6 hours of sleep";
            case COLD_OR_HEAT -> "Cold or heat beyond the everyday";
            case BREATH_HOLDING -> "Holding one's breath, or breathing until dizzy";
            case WEIGHT_OR_CALORIES -> "A goal in weight or calories";
        };
    }

    static String status(Submission.Status status) {
        return switch (status) {
            case PENDING -> "waits for a review";
            case REVIEWED -> "waits for its author, who was asked for a change";
            case APPROVED -> "was approved and is in the catalogue";
            case REJECTED -> "was rejected";
        };
    }

    static String done(Submission submission) {
        var name = "“" + submission.name() + "”";
        return switch (submission.status()) {
            case APPROVED -> name + " is in the catalogue now. Its author is told.";
            case REJECTED -> name + " is rejected. Its author is told why.";
            case REVIEWED -> "The author of " + name + " is asked for a change.";
            case PENDING -> name + " still waits.";
        };
    }

    static String habit(HabitTemplate habit) {
        var times = habit.timesPerWeek();
        if (times == null) {
            return habit.name() + " (every day)";
        }
        return habit.name() + (times == 1 ? " (once a week)" : " (" + times + " days a week)");
    }

    static String area(String category) {
        return category.replace('_', ' ');
    }

    static String percent(double similarity) {
        return Math.round(Math.clamp(similarity, 0, 1) * 100) + "%";
    }
}
