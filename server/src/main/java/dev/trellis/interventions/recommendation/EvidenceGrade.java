package dev.trellis.interventions.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How well a type of intervention is supported (domain 08.4-08.6, 09). It is never a person's chance of success. */
public enum EvidenceGrade {
    @JsonProperty("A")
    A(0.65, 1.0, "strong: guideline or consistent trials"),
    @JsonProperty("B")
    B(0.55, 0.8, "moderate: several trials, some inconsistency"),
    @JsonProperty("C")
    C(0.45, 0.6, "limited: few or small studies"),
    @JsonProperty("D")
    D(0.35, 0.4, "expert opinion or unconfirmed");

    /** How many imagined tries the grade is worth before anybody here has tried (domain 08.4). */
    public static final int PRIOR_TRIES = 20;

    private final double prior;
    private final double weight;
    private final String text;

    EvidenceGrade(double prior, double weight, String text) {
        this.prior = prior;
        this.weight = weight;
        this.text = text;
    }

    /** The share of helpful tries assumed before any outcome is known, in [0,1]. */
    public double prior() {
        return prior;
    }

    /** What the grade adds to the final score before its factor of 0.15, in [0,1] (domain 08.5). */
    public double weight() {
        return weight;
    }

    /** The words shown to people. */
    public String text() {
        return text;
    }
}
