package dev.trellis.programs.energy;

/** Why targets are withheld or softened (domain 01.7). To be signed off by a physician and a dietitian. */
public enum SafetyStop {
    STOP_MINOR,
    STOP_PREGNANT,
    STOP_BMI_LOW,
    STOP_ED,
    STOP_MED,
    STOP_RAPID,
    WARN_BMI_HIGH
}
