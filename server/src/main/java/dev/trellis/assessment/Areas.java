package dev.trellis.assessment;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the areas are called where people read them. */
public final class Areas {
    private static final Map<String, String> NAMES = Map.of(
            "sleep", "Sleep",
            "stress", "Stress and calm",
            "movement", "Movement",
            "nutrition", "Food and drink",
            "menstrual", "Menstrual cycle",
            "focus_study", "Focus and study",
            "social", "Other people",
            "digital", "Screens");

    private Areas() {}

    /** The name of an area by its code; its own words when it is a newer one. */
    public static String name(String code) {
        var words = code.replace('_', ' ');
        return Objects.requireNonNullElse(
                NAMES.get(code), words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }
}
