package dev.trellis.assessment;

import dev.trellis.assessment.form.Choosable;

/** What can be chosen in a consultation. The words are those of domain files 01 to 03; the labels are what people read. */
public final class ConsultationChoices {
    private ConsultationChoices() {}

    /** How active whole days are, training included (domain 01.2). */
    public enum ActivityLevel implements Choosable {
        SEDENTARY("Mostly sitting, hardly any exercise"),
        LIGHT("Some walking, or light exercise on one to three days a week"),
        MODERATE("On my feet a good part of the day, or exercise on three to five days"),
        ACTIVE("Hard exercise on most days, or physical work"),
        VERY_ACTIVE("Hard physical work and hard training");

        private final String label;

        ActivityLevel(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What a doctor has found (domain 01.7, 02.8, 02.9). */
    public enum HealthCondition implements Choosable {
        CARDIOVASCULAR_DISEASE("A disease of the heart or the blood vessels, or a stroke"),
        HEART_FAILURE("Heart failure"),
        HIGH_BLOOD_PRESSURE("High blood pressure"),
        DIABETES("Diabetes, whether treated with tablets or by diet"),
        INSULIN_OR_SULFONYLUREA("Treatment with insulin or a sulfonylurea"),
        CHRONIC_KIDNEY_DISEASE("Chronic kidney disease"),
        ACTIVE_CANCER_TREATMENT("Cancer, and treatment for it now"),
        BARIATRIC_SURGERY_UNDER_18_MONTHS("Weight-loss surgery within the last 18 months"),
        GLP1_CHANGE_UNDER_8_WEEKS("A GLP-1 medicine whose dose changed within the last 8 weeks"),
        SLEEP_APNOEA("Sleep apnoea"),
        PELVIC_FLOOR_SYMPTOMS("Trouble with the pelvic floor"),
        UNSTEADY("Unsteady on my feet, or afraid of falling");

        private final String label;

        HealthCondition(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Signs that somebody should be seen before any exercise (domain 02.9). */
    public enum WarningSign implements Choosable {
        CHEST_DISCOMFORT("Pressure or pain in the chest when I exert myself"),
        FAINTING("Fainting, or being dizzy enough to hold on to something"),
        BREATHLESSNESS("Short of breath at rest or with a small effort"),
        PALPITATIONS("A heart that races or stumbles for no reason"),
        ANKLE_SWELLING("Ankles that swell"),
        LEG_PAIN_ON_WALKING("Pain in the legs that comes with walking and goes with rest"),
        HEART_MURMUR("A heart murmur that somebody told me about");

        private final String label;

        WarningSign(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Where somebody stands with pregnancy and birth (domain 01.7). */
    public enum PregnancyState implements Choosable {
        PREGNANT("Pregnant"),
        TRYING_AFTER_BARIATRIC_SURGERY("Trying for a child after weight-loss surgery"),
        POSTPARTUM_UNDER_SIX_WEEKS("Gave birth within the last six weeks"),
        BREASTFEEDING("Breastfeeding");

        private final String label;

        PregnancyState(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Signs of a troubled relation to food; two or more are a reason to be careful, never a diagnosis (domain 01.7). */
    public enum EatingSign implements Choosable {
        SICK_ON_PURPOSE("I have made myself sick because I felt too full"),
        LOSS_OF_CONTROL("I worry that I have lost control over how much I eat"),
        LARGE_LOSS("I have lost more than six kilograms within three months"),
        FEELING_FAT("I feel too fat although others say I am too thin"),
        FOOD_DOMINATES("Food rules my life");

        private final String label;

        EatingSign(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What somebody trains for (domain 02.1). */
    public enum TrainingAim implements Choosable {
        HEALTH("To be healthier"),
        STRENGTH("To be stronger"),
        HYPERTROPHY("To build muscle"),
        FAT_LOSS("To lose fat"),
        RUN_5K("To run 5 km"),
        RUN_10K("To run 10 km"),
        ENDURANCE("To last longer"),
        RETURN_FROM_BREAK("To come back after a break");

        private final String label;

        TrainingAim(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Where the weight should go (domain 01.5). */
    public enum WeightAim implements Choosable {
        LOSE("Lose weight"),
        KEEP("Keep my weight"),
        GAIN("Gain weight");

        private final String label;

        WeightAim(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Where something may hurt (domain 02.8). */
    public enum BodyRegion implements Choosable {
        KNEE("Knee"),
        LOWER_BACK("Lower back"),
        SHOULDER("Shoulder"),
        ELBOW("Elbow"),
        WRIST("Wrist"),
        NECK("Neck"),
        ANKLE("Ankle or foot"),
        HIP("Hip");

        private final String label;

        BodyRegion(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** How much it keeps from training (domain 02.8). */
    public enum InjurySeverity implements Choosable {
        NIGGLE("I notice it, nothing more"),
        LIMITS("It limits what I can do"),
        ACUTE("It is acute, swollen, or was operated on");

        private final String label;

        InjurySeverity(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What somebody eats, the strictest first (domain 03.2). */
    public enum Diet implements Choosable {
        VEGAN("Nothing from animals"),
        VEGETARIAN("No meat and no fish"),
        PESCATARIAN("Fish, but no meat"),
        OMNIVORE("Everything");

        private final String label;

        Diet(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Ways to move for longer (domain 02.6, the exercise table). */
    public enum CardioKind implements Choosable {
        WALKING("Walking"),
        RUNNING("Running"),
        CYCLING("Cycling"),
        ROWING_ERG("Rowing machine"),
        ELLIPTICAL("Elliptical trainer"),
        STAIR_CLIMBER("Stair climber"),
        SWIMMING("Swimming"),
        JUMP_ROPE("Skipping rope");

        private final String label;

        CardioKind(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
