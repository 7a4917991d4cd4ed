package dev.trellis.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A consultation told through the front door: of a healthy woman of 36 with dumbbells, a band and three free days, unless a
 * test says otherwise.
 */
public final class Consulting {
    private static final int SEED = 11;

    private final Map<String, Map<String, Object>> sections = new LinkedHashMap<>();

    private Consulting() {
        put("about_you", "birth_date", "1990-03-21", "sex", "female", "height_cm", 165.5, "weight_kg", 65);
        put("about_you", "activity_level", "light");
        put("health", "active_lately", true, "health_conditions", List.of("none"), "warning_signs", List.of("none"));
        put("health", "pregnancy_state", List.of("none"), "eating_disorder", false, "eating_signs", List.of("none"));
        put("goals", "training_aim", "strength", "weight_aim", "keep");
        put("training_history", "consistent_months", 8, "break_weeks", 0);
        put("equipment_and_schedule", "equipment", List.of("dumbbell", "band", "bench"), "days_per_week", 3);
        put("equipment_and_schedule", "minutes_per_session", 45, "session_time", "06:30");
        put("equipment_and_schedule", "weekdays", List.of("monday", "wednesday", "saturday"));
        put("injuries");
        put("food", "diet", "omnivore", "allergies", List.of("none"), "meals_per_day", 4);
        put("sleep_and_stress");
        put("preferences", "repeat_meals", true);
    }

    /** As usual. */
    public static Consulting usual() {
        return new Consulting();
    }

    /** The same with another answer; null takes it out. */
    public Consulting with(String section, String key, Object answer) {
        var answers = sections.get(section);
        if (answer == null) {
            answers.remove(key);
        } else {
            answers.put(key, answer);
        }
        return this;
    }

    /** Tells it all; the consultation is open still. */
    public UUID tell(Api person) {
        var id = person.post("/consultations", null).id();
        sections.forEach((section, answers) -> {
            var answered = person.put("/consultations/" + id + "/sections/" + section, answers);
            if (answered.status() != 200) {
                throw new AssertionError(section + ": " + answered.text());
            }
        });
        return id;
    }

    /** Tells it all and completes it; the answer holds the program, which begins tomorrow. */
    public Api.Answer complete(Api person) {
        return complete(person, Map.of());
    }

    /**
     * As {@link #complete(Api)}, with a body such as {@code {"start_date": …, "weeks": …}}. Without a seed in it the menus are
     * those of one seed: what may be changed about a menu differs from one to another.
     */
    public Api.Answer complete(Api person, Map<String, ?> wanted) {
        var body = new LinkedHashMap<String, Object>(wanted);
        body.putIfAbsent("seed", SEED);
        var made = person.post("/consultation/" + tell(person) + "/complete", body);
        if (made.status() != 201) {
            throw new AssertionError("no program: " + made.text());
        }
        return made;
    }

    private void put(String section, Object... answers) {
        var all = sections.computeIfAbsent(section, key -> new LinkedHashMap<>());
        for (var i = 0; i < answers.length; i += 2) {
            all.put((String) answers[i], answers[i + 1]);
        }
    }
}
