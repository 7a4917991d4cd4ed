package dev.trellis.adaptation;

import dev.trellis.platform.Database;
import dev.trellis.programs.Calendar;
import dev.trellis.testing.Api;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.TestClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Makes people with a program whom a test may let live through some weeks. */
@ApplicationScoped
class Lives {
    /** A day with a session at six in the evening, on which programs begin; every test begins at its noon. */
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    static final Map<String, ?> GOOD =
            Map.of("sleep_hours", 7.5, "sleep_quality", 4, "soreness", 2, "fatigue", 2, "stress", 2, "mood", 4);
    /** Readiness 50.6 of 100, of which 85 % is known. */
    static final Map<String, ?> AMBER =
            Map.of("sleep_hours", 6.5, "sleep_quality", 3, "soreness", 4, "fatigue", 3, "stress", 3, "mood", 3);

    static final Map<String, ?> ORANGE =
            Map.of("sleep_hours", 5.5, "sleep_quality", 2, "soreness", 3, "fatigue", 4, "stress", 4, "mood", 3);
    static final Map<String, ?> RED =
            Map.of("sleep_hours", 4.0, "sleep_quality", 1, "soreness", 5, "fatigue", 5, "stress", 4, "mood", 2);

    private final Given given;
    private final TestClock clock;
    private final Database database;
    private final Calendar calendar;

    Lives(Given given, TestClock clock, Database database, Calendar calendar) {
        this.given = given;
        this.clock = clock;
        this.database = database;
        this.calendar = calendar;
    }

    /** This person's, with a token that outlives the weeks of a test. */
    Life of(Api person) {
        return new Life(person.lasting(), clock, database, calendar);
    }

    /** Somebody who told this, and whose program begins on that day. */
    Life begun(Consulting told, LocalDate start) {
        return begun(of(given.person("ana")), told, Map.of("start_date", start.toString()));
    }

    /** The same of somebody, who wants the program as said. */
    Life begun(Life life, Consulting told, Map<String, ?> wanted) {
        told.complete(life.api(), wanted);
        return life;
    }

    /** With a session at six and so many days of history, the first four of them hard. */
    Life trained(boolean auto, int days) {
        var life = begun(Consulting.usual().with("equipment_and_schedule", "session_time", "18:00"), MONDAY);
        life.settings(auto, false, false, "06:00");
        for (var back = days; back >= 1; back--) {
            life.log(MONDAY.minusDays(back), back > days - 4 ? hard(back) : GOOD);
        }
        return life;
    }

    /** Somebody of 80 kg who wants to lose half a percent a week. */
    Life losing() {
        return begun(aimingLower(), MONDAY);
    }

    /** What such a person tells. */
    static Consulting aimingLower() {
        return Consulting.usual()
                .with("about_you", "weight_kg", 80)
                .with("goals", "weight_aim", "lose")
                .with("training_history", "consistent_months", 3)
                .with("equipment_and_schedule", "session_time", "18:00");
    }

    /** A hard day, each a little different: days that are all the same would be taken for a typing error. */
    static Map<String, ?> hard(int number) {
        var day = new HashMap<String, Object>(ORANGE);
        day.put("sleep_hours", 4.5 + number / 10.0);
        return day;
    }
}
