package dev.trellis.programs.training;

/** What an exercise may need (domain 02.8). */
public enum Equipment {
    BARBELL,
    RACK,
    BENCH,
    DUMBBELL,
    KETTLEBELL,
    TRAP_BAR,
    BAND,
    BOX,
    CABLE,
    PULLUP_BAR,
    LOW_BAR,
    DIP_BARS,
    LEG_PRESS_MACHINE,
    LEG_EXTENSION_MACHINE,
    LEG_CURL_MACHINE,
    CALF_MACHINE,
    BACK_EXTENSION_BENCH,
    CHEST_PRESS_MACHINE,
    SHOULDER_PRESS_MACHINE,
    LAT_PULLDOWN_MACHINE,
    BIKE,
    ROWER,
    ELLIPTICAL,
    STAIR_MACHINE,
    POOL,
    ROPE;

    /** Whether it guides the movement. */
    boolean isMachine() {
        return name().endsWith("_MACHINE");
    }
}
