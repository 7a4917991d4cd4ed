package dev.trellis.programs.training;

import java.util.Set;

/** A condition that forbids some exercises (domain 02.8). */
@SuppressWarnings("ImmutableEnumChecker") // unmodifiable copies of enums and rules
public enum TrainingCondition {
    PREGNANT(CautionTag.VALSALVA, CautionTag.IMPACT, CautionTag.BALANCE),
    PREGNANT_FROM_WEEK_16(CautionTag.VALSALVA, CautionTag.IMPACT, CautionTag.BALANCE, CautionTag.SUPINE),
    HIGH_BLOOD_PRESSURE(CautionTag.VALSALVA, CautionTag.ISOMETRIC_BP, CautionTag.HEAD_DOWN),
    UNSTEADY(CautionTag.BALANCE, CautionTag.IMPACT),
    PELVIC_FLOOR_SYMPTOMS(CautionTag.IMPACT, CautionTag.VALSALVA);

    private final Set<CautionTag> excluded;

    TrainingCondition(CautionTag... excluded) {
        this.excluded = Set.of(excluded);
    }

    Set<CautionTag> excluded() {
        return excluded;
    }
}
