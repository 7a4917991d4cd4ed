package dev.trellis.programs.training;

/** What an exercise asks of a body that an injury or a condition may forbid (domain 02.8). */
public enum CautionTag {
    KNEE,
    LOWER_BACK,
    SHOULDER,
    SHOULDER_MOBILITY,
    ELBOW,
    WRIST,
    NECK,
    ANKLE,
    HIP,
    IMPACT,
    AXIAL_LOAD,
    OVERHEAD,
    VALSALVA,
    ISOMETRIC_BP,
    HEAD_DOWN,
    BALANCE,
    BALLISTIC,
    SUPINE,
    PRONE
}
