package dev.trellis.demo;

import dev.trellis.assessment.NewIntake;
import dev.trellis.interventions.Feedback;
import dev.trellis.interventions.Outcome;
import java.util.List;
import java.util.Map;

/**
 * Somebody whose weeks the demo tells.
 *
 * @param diligence the chance that a habit is done on a day, 0 to 1
 * @param lift how much better the watched outcome is during the first intervention than before, in its own unit
 * @param first the intervention of the first weeks, completed
 * @param second the intervention of now
 */
record DemoPerson(
        String name,
        String email,
        String timeZone,
        String country,
        NewIntake intake,
        double diligence,
        double lift,
        Outcome outcome,
        Trial first,
        Feedback feedback,
        Trial second) {
    /** An intervention of the catalogue, with the answers to its questions. */
    record Trial(int interventionId, Map<String, Boolean> answers) {}

    static final List<DemoPerson> ALL = List.of(
            new DemoPerson(
                    "Mia",
                    "mia@demo.example",
                    "Europe/Berlin",
                    "DE",
                    intake("I want to fall asleep without an hour of scrolling", "My head is full in the evening.", 2, 4),
                    0.85,
                    0.8,
                    Outcome.SLEEP_HOURS,
                    new Trial(5, Map.of()),
                    new Feedback(Feedback.Answer.HELPED, "The dim light did more than I thought."),
                    new Trial(7, Map.of())),
            new DemoPerson(
                    "Ravi",
                    "ravi@demo.example",
                    "Asia/Kathmandu",
                    "NP",
                    intake("Remember more of what I study for the exam in March", "I read everything three times.", 3, 3),
                    0.7,
                    0.4,
                    Outcome.MOOD,
                    new Trial(50, Map.of()),
                    new Feedback(Feedback.Answer.HELPED, ""),
                    new Trial(46, Map.of())),
            new DemoPerson(
                    "Aroha",
                    "aroha@demo.example",
                    "Pacific/Auckland",
                    "NZ",
                    intake("Feel less wound up after work", "Desk all day, tense shoulders.", 3, 5),
                    0.55,
                    0.0,
                    Outcome.STRESS,
                    new Trial(5, Map.of()),
                    new Feedback(Feedback.Answer.DID_NOT_HELP, "Nice, but work is still work."),
                    new Trial(23, Map.of())),
            new DemoPerson(
                    "Luis",
                    "luis@demo.example",
                    "America/Los_Angeles",
                    "US",
                    intake("Move a bit more during the day", "I sit nine hours and feel it in the evening.", 4, 3),
                    0.9,
                    0.6,
                    Outcome.MOOD,
                    new Trial(50, Map.of()),
                    new Feedback(Feedback.Answer.HELPED, "Short and easy to keep."),
                    new Trial(48, Map.of())));

    private static NewIntake intake(String goal, String text, int sleepQuality, int stress) {
        return new NewIntake(goal, text, null, null, sleepQuality, stress, null, null, null, null);
    }
}
