package dev.trellis.programs.training;

/** How an exercise moves (domain 02.10). */
public enum MovementPattern {
    SQUAT,
    LUNGE,
    KNEE_EXTENSION,
    HINGE,
    KNEE_FLEXION,
    HORIZONTAL_PUSH,
    VERTICAL_PUSH,
    SHOULDER_ABDUCTION,
    HORIZONTAL_PULL,
    VERTICAL_PULL,
    SHRUG,
    ELBOW_FLEXION,
    ELBOW_EXTENSION,
    ANTI_EXTENSION,
    ANTI_LATERAL_FLEXION,
    ANTI_ROTATION,
    TRUNK_FLEXION,
    CARRY,
    PLANTAR_FLEXION,
    HIP_ABDUCTION,
    JUMP,
    CARDIO;

    /** Whether the legs do the work. */
    public boolean isLowerBody() {
        return switch (this) {
            case SQUAT, LUNGE, KNEE_EXTENSION, HINGE, KNEE_FLEXION, PLANTAR_FLEXION, HIP_ABDUCTION, JUMP -> true;
            default -> false;
        };
    }
}
