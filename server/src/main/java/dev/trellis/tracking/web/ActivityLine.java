package dev.trellis.tracking.web;

import dev.trellis.platform.web.pages.Option;
import dev.trellis.tracking.Activity;
import dev.trellis.tracking.ActivityType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An activity as people read it. */
public record ActivityLine(Activity activity) {
    /** Everything it may have been, in the order it is offered. */
    static final List<Option> TYPES = Arrays.stream(ActivityType.values())
            .map(type -> Option.of(type.wire(), named(type)))
            .toList();

    /** Where its page is. */
    public String address() {
        return ActivityPages.ROOT + "/" + activity.id();
    }

    public String name() {
        return named(activity.type());
    }

    /** How long, how far and how hard; and from where, when not by hand. */
    public String amount() {
        var parts = new ArrayList<String>();
        parts.add(ActivityForm.minutes(activity) + " min");
        if (activity.distanceM() != null) {
            parts.add(ActivityForm.km(activity.distanceM()).toPlainString() + " km");
        }
        if (activity.rpe() != null) {
            parts.add("effort " + activity.rpe() + " of 10");
        }
        if (activity.source() != Activity.Source.MANUAL) {
            parts.add("from a " + activity.source().name() + " file");
        }
        return String.join(", ", parts);
    }

    /** Whether it counts as a planned session. */
    public boolean planned() {
        return activity.plannedSessionInstanceId() != null;
    }

    /** Sets over all exercises. */
    public int sets() {
        var exercises = activity.exercises();
        return exercises == null
                ? 0
                : exercises.stream()
                        .mapToInt(exercise -> exercise.sets().size())
                        .sum();
    }

    private static String named(ActivityType type) {
        return switch (type) {
            case RUN -> "Run";
            case TREADMILL_RUN -> "Run on a treadmill";
            case WALK -> "Walk";
            case HIKE -> "Hike";
            case CYCLE -> "Cycling";
            case INDOOR_CYCLE -> "Cycling indoors";
            case SWIM -> "Swim";
            case ROW -> "Rowing";
            case ELLIPTICAL -> "Elliptical trainer";
            case STAIR -> "Stairs";
            case STRENGTH -> "Strength training";
            case HIIT -> "Intervals";
            case YOGA -> "Yoga";
            case PILATES -> "Pilates";
            case STRETCH -> "Stretching";
            case OTHER -> "Something else";
        };
    }
}
