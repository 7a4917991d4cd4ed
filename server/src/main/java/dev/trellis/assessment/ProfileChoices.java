package dev.trellis.assessment;

import dev.trellis.assessment.form.Option;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a profile is usually made of, in the words of the onboarding, for a page on which people change it later. */
@ApplicationScoped
public class ProfileChoices {
    private final OnboardingFields fields;

    ProfileChoices(OnboardingFields fields) {
        this.fields = fields;
    }

    /** What people train with. */
    public List<Option> equipment() {
        return things(EquipmentAndAllergens.EQUIPMENT);
    }

    /** What meals are planned without. */
    public List<Option> allergens() {
        return things(EquipmentAndAllergens.ALLERGENS);
    }

    /** The areas in which somebody may want to change something. */
    public List<Option> areas() {
        return fields.areas();
    }

    /** The safety flags that everybody is asked about. */
    public List<String> safetyFlags() {
        return SafetyQuestions.allFlags();
    }

    /** Without the option that stands for none of them: on that page, nothing is ticked. */
    private static List<Option> things(List<Option> options) {
        return options.stream()
                .filter(option -> !option.value().equals(Option.NONE))
                .toList();
    }
}
