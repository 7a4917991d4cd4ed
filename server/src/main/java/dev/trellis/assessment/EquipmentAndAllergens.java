package dev.trellis.assessment;

import dev.trellis.assessment.form.Option;
import java.util.List;

/** What people have at hand and what they must not eat, in the words of the exercise and food tables (domain 02, 03). */
final class EquipmentAndAllergens {
    static final List<Option> EQUIPMENT = List.of(
            Option.none("Nothing but the floor"),
            new Option("dumbbell", "Dumbbells"),
            new Option("kettlebell", "Kettlebell"),
            new Option("band", "Resistance bands"),
            new Option("pullup_bar", "Pull-up bar"),
            new Option("low_bar", "Low bar or rings"),
            new Option("dip_bars", "Dip bars"),
            new Option("bench", "Bench"),
            new Option("box", "Box or sturdy step"),
            new Option("barbell", "Barbell"),
            new Option("trap_bar", "Trap bar"),
            new Option("rack", "Squat rack"),
            new Option("back_extension_bench", "Back extension bench"),
            new Option("cable", "Cable machine"),
            new Option("lat_pulldown_machine", "Lat pulldown"),
            new Option("chest_press_machine", "Chest press"),
            new Option("shoulder_press_machine", "Shoulder press"),
            new Option("leg_press_machine", "Leg press"),
            new Option("leg_curl_machine", "Leg curl"),
            new Option("leg_extension_machine", "Leg extension"),
            new Option("calf_machine", "Calf machine"),
            new Option("bike", "Bicycle or exercise bike"),
            new Option("rower", "Rowing machine"),
            new Option("elliptical", "Elliptical trainer"),
            new Option("stair_machine", "Stair machine"),
            new Option("rope", "Skipping rope"),
            new Option("pool", "Swimming pool"));

    static final List<Option> ALLERGENS = List.of(
            Option.none("None of these"),
            new Option("gluten", "Gluten"),
            new Option("milk", "Milk"),
            new Option("eggs", "Eggs"),
            new Option("fish", "Fish"),
            new Option("crustaceans", "Crustaceans"),
            new Option("nuts", "Nuts"),
            new Option("peanuts", "Peanuts"),
            new Option("soy", "Soy"),
            new Option("sesame", "Sesame"));

    private EquipmentAndAllergens() {}
}
