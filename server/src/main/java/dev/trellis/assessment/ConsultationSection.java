package dev.trellis.assessment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A part of the consultation, in the order it is asked. */
public enum ConsultationSection {
    ABOUT_YOU("About you", "Energy and training are calculated from these. Measure rather than guess, if you can."),
    HEALTH(
            "Health and safety",
            "Some of this decides whether a program is a good idea at all right now. It is asked of everybody."),
    GOALS("What you want to reach", "One aim for training and one for your weight. They may be modest."),
    TRAINING_HISTORY("How you have trained", "So that the first week is neither too easy nor too much."),
    EQUIPMENT_AND_SCHEDULE("What you have, and when", "A plan is only good if it fits into your week."),
    INJURIES("What must be spared", "Exercises that could hurt are exchanged or left out."),
    FOOD("Food", "Nothing you cannot or will not eat appears in a meal."),
    SLEEP_AND_STRESS("Sleep and stress", "They decide how much training does you good."),
    PREFERENCES("What you like", "What one enjoys is what one keeps doing.");

    private final String title;
    private final String help;

    ConsultationSection(String title, String help) {
        this.title = title;
        this.help = help;
    }

    /** What stands over the page. */
    public String title() {
        return title;
    }

    /** A sentence on why it is asked. */
    public String help() {
        return help;
    }

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
