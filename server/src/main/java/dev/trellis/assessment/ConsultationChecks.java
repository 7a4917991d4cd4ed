package dev.trellis.assessment;

import static dev.trellis.assessment.ConsultationFields.BODY_FAT;
import static dev.trellis.assessment.ConsultationFields.BODY_FAT_DAY;
import static dev.trellis.assessment.ConsultationFields.BODY_FAT_METHOD;
import static dev.trellis.assessment.ConsultationFields.DAYS_PER_WEEK;
import static dev.trellis.assessment.ConsultationFields.DISLIKED_FOODS;
import static dev.trellis.assessment.ConsultationFields.GOAL_WEIGHT;
import static dev.trellis.assessment.ConsultationFields.LIKED_FOODS;
import static dev.trellis.assessment.ConsultationFields.LONGEST_RUN;
import static dev.trellis.assessment.ConsultationFields.PREGNANCY;
import static dev.trellis.assessment.ConsultationFields.PREGNANCY_WEEK;
import static dev.trellis.assessment.ConsultationFields.RATE;
import static dev.trellis.assessment.ConsultationFields.RUN_MINUTES;
import static dev.trellis.assessment.ConsultationFields.WEEKDAYS;
import static dev.trellis.assessment.ConsultationFields.WEIGHT_AIM;

import dev.trellis.assessment.ConsultationChoices.PregnancyState;
import dev.trellis.assessment.ConsultationChoices.WeightAim;
import dev.trellis.assessment.form.Answers;
import dev.trellis.platform.Problem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the answers of one section must not say together. Pure. */
final class ConsultationChecks {
    private ConsultationChecks() {}

    static List<FieldError> of(ConsultationSection section, Answers answers) {
        return switch (section) {
            case ABOUT_YOU -> listOf(bodyFat(answers));
            case HEALTH -> listOf(pregnancy(answers));
            case GOALS -> listOf(goalWeight(answers), rate(answers));
            case TRAINING_HISTORY -> listOf(running(answers));
            case EQUIPMENT_AND_SCHEDULE -> listOf(days(answers));
            case FOOD -> listOf(taste(answers));
            case INJURIES, SLEEP_AND_STRESS, PREFERENCES -> List.of();
        };
    }

    private static @Nullable FieldError bodyFat(Answers answers) {
        var told = Stream.of(BODY_FAT, BODY_FAT_METHOD, BODY_FAT_DAY)
                .filter(answers.values()::containsKey)
                .toList();
        if (told.isEmpty() || told.size() == 3) {
            return null;
        }
        var missing = Stream.of(BODY_FAT, BODY_FAT_METHOD, BODY_FAT_DAY)
                .filter(key -> !told.contains(key))
                .findFirst()
                .orElseThrow();
        return error(missing, "Body fat needs all three: how much, how it was measured, and when. Or none.");
    }

    private static @Nullable FieldError pregnancy(Answers answers) {
        var pregnant = answers.choices(PREGNANCY, PregnancyState.class).contains(PregnancyState.PREGNANT);
        return !pregnant && answers.number(PREGNANCY_WEEK).isPresent()
                ? error(PREGNANCY_WEEK, "Leave this out, or say above that you are pregnant.")
                : null;
    }

    private static @Nullable FieldError goalWeight(Answers answers) {
        return aim(answers) == WeightAim.KEEP && answers.number(GOAL_WEIGHT).isPresent()
                ? error(GOAL_WEIGHT, "Leave this out, or say that you want to lose or to gain.")
                : null;
    }

    /** What an aim allows (domain 01.5); for some bodies less, which generation knows. */
    private static @Nullable FieldError rate(Answers answers) {
        var rate = answers.number(RATE).orElse(null);
        if (rate == null) {
            return null;
        }
        return switch (aim(answers)) {
            case LOSE -> between(rate, "0.25", "1") ? null : error(RATE, "To lose, choose 0.25 to 1 percent a week.");
            case GAIN -> between(rate, "0.1", "0.5") ? null : error(RATE, "To gain, choose 0.1 to 0.5 percent a week.");
            case KEEP -> rate.signum() == 0 ? null : error(RATE, "To keep your weight, leave this out.");
        };
    }

    private static @Nullable FieldError running(Answers answers) {
        var week = answers.whole(RUN_MINUTES).orElse(null);
        var longest = answers.whole(LONGEST_RUN).orElse(null);
        return week != null && longest == null && week > 0
                ? error(LONGEST_RUN, "Say how long your longest run was, so that no new one is much longer.")
                : null;
    }

    private static @Nullable FieldError days(Answers answers) {
        var possible = answers.list(WEEKDAYS).orElse(List.of()).size();
        return possible > 0 && possible < answers.whole(DAYS_PER_WEEK).orElse(0)
                ? error(WEEKDAYS, "Choose at least as many days as you want to train on, or leave them open.")
                : null;
    }

    private static @Nullable FieldError taste(Answers answers) {
        var disliked = answers.list(DISLIKED_FOODS).orElse(List.of());
        return answers.list(LIKED_FOODS).orElse(List.of()).stream().anyMatch(disliked::contains)
                ? error(LIKED_FOODS, "Something stands in both lists; take it out of one.")
                : null;
    }

    private static WeightAim aim(Answers answers) {
        return answers.choice(WEIGHT_AIM, WeightAim.class).orElse(WeightAim.KEEP);
    }

    private static boolean between(BigDecimal number, String least, String most) {
        return number.compareTo(new BigDecimal(least)) >= 0 && number.compareTo(new BigDecimal(most)) <= 0;
    }

    private static FieldError error(String key, String why) {
        return new FieldError("/" + key, why);
    }

    private static List<FieldError> listOf(@Nullable FieldError... errors) {
        var found = new ArrayList<FieldError>();
        for (var error : errors) {
            if (Objects.nonNull(error)) {
                found.add(error);
            }
        }
        return found;
    }
}
