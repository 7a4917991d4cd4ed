package dev.trellis.interventions.web;

import dev.trellis.assessment.Areas;
import dev.trellis.assessment.Intake;
import dev.trellis.interventions.HabitTemplate;
import dev.trellis.interventions.Outcome;
import dev.trellis.interventions.Submission;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Locale;

/** How pages name what the catalogue has codes for. */
@TemplateExtension
final class CatalogueWords {
    private CatalogueWords() {}

    /** The name of the area with this code. */
    static String areaName(String code) {
        return Areas.name(code);
    }

    /** A label as a sentence begins. */
    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Several reasons as one goes on speaking. */
    static String listed(List<String> reasons) {
        return reasons.size() < 2
                ? String.join("", reasons)
                : String.join(", ", reasons.subList(0, reasons.size() - 1)) + " and " + reasons.getLast();
    }

    /** The grade in two or three words; its own text says more. */
    static String words(EvidenceGrade grade) {
        return switch (grade) {
            case A -> "Strong evidence";
            case B -> "Moderate evidence";
            case C -> "Limited evidence";
            case D -> "Unconfirmed so far";
        };
    }

    /** The colour of a grade's badge. */
    static String tone(EvidenceGrade grade) {
        return switch (grade) {
            case A, B -> "leaf";
            case C -> "sun";
            case D -> "";
        };
    }

    /** How often a habit is meant, in words. */
    static String often(HabitTemplate habit) {
        var times = habit.timesPerWeek();
        if (times == null) {
            return "every day";
        }
        return times == 1 ? "one day a week" : times + " days a week";
    }

    /** Where what was suggested for it is. */
    static String address(Intake intake) {
        return SuggestionPages.address(intake.id());
    }

    /** Where its author reads it. */
    static String address(Submission submission) {
        return SubmissionPages.address(submission.interventionId());
    }

    /** Where its author changes it. */
    static String editing(Submission submission) {
        return address(submission) + "/edit";
    }

    /** Whether everybody can find it. */
    static boolean approved(Submission submission) {
        return submission.status() == Submission.Status.APPROVED;
    }

    /** Where a submission stands, for its author. */
    static String words(Submission.Status status) {
        return switch (status) {
            case PENDING -> "Waiting for a reviewer";
            case REVIEWED -> "A change is asked for";
            case APPROVED -> "In the catalogue";
            case REJECTED -> "Not taken";
        };
    }

    /** The colour of a status's badge. */
    static String tone(Submission.Status status) {
        return switch (status) {
            case PENDING -> "sky";
            case REVIEWED -> "sun";
            case APPROVED -> "leaf";
            case REJECTED -> "";
        };
    }

    /** What is watched, as somebody would say it. */
    static String words(Outcome outcome) {
        return switch (outcome) {
            case MOOD -> "Mood";
            case SLEEP_HOURS -> "Hours of sleep";
            case STRESS -> "Stress";
            case ENERGY -> "Energy";
            case PAIN -> "Pain";
        };
    }
}
