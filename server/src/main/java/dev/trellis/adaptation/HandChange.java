package dev.trellis.adaptation;

/** A change of the plan that people make by hand. */
public enum HandChange {
    MOVE,
    SWAP,
    SKIP,
    SCALE,
    REPLACE_FOOD,
    REPLAN_WEEK
}
