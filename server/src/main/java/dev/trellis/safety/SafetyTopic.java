package dev.trellis.safety;

/** What a danger is about. */
public enum SafetyTopic {
    NONE,
    SUICIDE,
    SELF_HARM,
    ABUSE,
    EATING_DISORDER,
    PSYCHOSIS_OR_MANIA,
    LOW_MOOD,
    OVERDOSE,
    CARDIAC,
    STROKE,
    BREATHING,
    ALLERGY,
    BLEEDING,
    SEIZURE,
    DIABETES,
    PREGNANCY,
    WEIGHT_CUT,
    MEDICAL;

    /** Whether saying "no, I am not" still deserves a word of support, and the past of another person does too. */
    boolean isAboutHarm() {
        return this == SUICIDE || this == SELF_HARM || this == ABUSE;
    }
}
