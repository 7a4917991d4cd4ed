package dev.trellis.adaptation;

import dev.trellis.adaptation.daily.NutritionAdvice;
import dev.trellis.programs.CalendarEvent;
import java.util.ArrayList;
import java.util.List;

/** What people read about a day that could be different: what was seen, what it means, that it is for one day. */
final class DayWords {
    private DayWords() {}

    static String ofTraining(
            DaySituation situation, List<String> rules, List<CalendarEvent> before, List<CalendarEvent> after) {
        var said = new ArrayList<String>();
        rules.forEach(rule -> {
            var why = why(rule, situation);
            if (!why.isEmpty()) {
                said.add(why);
            }
        });
        said.add(change(before, after));
        said.add("This is for this one day; your program stays as it is.");
        return String.join(" ", said);
    }

    private static String why(String rule, DaySituation situation) {
        var illness = situation.illness();
        return switch (rule) {
            case "safety_hold" -> "How you are comes before any plan.";
            case "illness_stops_training" ->
                illness.today().stopsTraining()
                        ? "You are ill in a way that training makes worse."
                        : "You were ill until yesterday; training waits until a whole day without symptoms has passed.";
            case "return_after_illness" ->
                "You were ill lately: sessions come back as 50 %%, 75 %% and 100 %%, and this one is at %d %%."
                        .formatted(Math.round(100 * illness.returnShare().orElse(1)));
            case "cold" -> "A cold above the neck allows easy training only.";
            case "pain" -> "Something hurts at 4 of 10 or more, so what loads it is exchanged or left out.";
            default ->
                situation
                        .readiness()
                        .map(readiness -> "Your readiness is %d of 100 (%s)."
                                .formatted(Math.round(readiness.value()), Words.of(readiness.band())))
                        .orElse("");
        };
    }

    private static String change(List<CalendarEvent> before, List<CalendarEvent> after) {
        int setsBefore = sets(before);
        int setsAfter = sets(after);
        int minutesBefore = cardio(before);
        int minutesAfter = cardio(after);
        if (setsAfter == 0 && minutesAfter == 0) {
            return "Rest instead of “%s”.".formatted(before.getFirst().title());
        }
        var parts = new ArrayList<String>();
        if (setsBefore > 0) {
            parts.add(
                    setsAfter == setsBefore
                            ? "%d working sets as planned, some of them of other exercises or easier"
                                    .formatted(setsAfter)
                            : "%d instead of %d working sets".formatted(setsAfter, setsBefore));
        }
        if (minutesBefore > 0) {
            parts.add("%d instead of %d minutes of cardio, all of it easy".formatted(minutesAfter, minutesBefore));
        }
        return String.join(", ", parts) + ".";
    }

    private static int sets(List<CalendarEvent> events) {
        return events.stream().mapToInt(event -> event.session().sets()).sum();
    }

    private static int cardio(List<CalendarEvent> events) {
        return events.stream()
                .mapToInt(event -> event.session().cardio() == null
                        ? 0
                        : event.session().cardio().minutes())
                .sum();
    }

    static String ofFood(NutritionAdvice advice, DaySituation.Food food) {
        int change = advice.kcal() - food.kcal();
        var why = advice.rules().contains(NutritionAdvice.Rule.SHORTER_SESSION)
                ? "The session is half as long, so a little less carbohydrate will do:"
                : "A body that recovers should not eat less than it needs:";
        var limit = advice.rules().contains(NutritionAdvice.Rule.LIMITED_TO_A_TENTH)
                ? " One day changes by a tenth at most."
                : "";
        return "%s %d instead of %d kcal today (%+d), with the same foods.%s"
                .formatted(why, advice.kcal(), food.kcal(), change, limit);
    }
}
