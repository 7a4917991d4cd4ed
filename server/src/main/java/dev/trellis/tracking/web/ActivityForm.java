package dev.trellis.tracking.web;

import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.PageContext;
import dev.trellis.tracking.Activity;
import dev.trellis.tracking.ActivityType;
import dev.trellis.tracking.NewActivity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An activity as a form: in minutes and kilometres, on the person's own day and clock. */
final class ActivityForm {
    private static final int SECONDS = 60;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final BigDecimal MOST_KM = new BigDecimal("2000");
    private static final int METRES_DECIMALS = 3;

    private ActivityForm() {}

    /** With what is known of an activity filled in. */
    static Form of(Activity activity, PageContext page) {
        var metres = activity.distanceM();
        return Form.empty()
                .with("type", activity.type())
                .with("day", activity.day())
                .with("time", page.time(activity.startedAt()))
                .with("minutes", minutes(activity))
                .with("km", metres == null ? null : km(metres).toPlainString())
                .with("rpe", activity.rpe())
                .with("notes", activity.notes());
    }

    /**
     * What the API would be sent.
     *
     * @param before the activity that is corrected, of which everything stays that the form does not ask for; null for one
     *     that is new
     */
    static NewActivity read(Form form, PageContext page, @Nullable Activity before) {
        var type = type(form);
        var startedAt =
                before == null ? page.moment(form, null, null) : page.moment(form, before.day(), before.startedAt());
        var seconds = seconds(form, before);
        var metres = metres(form, before);
        var rpe = form.number("rpe");
        var notes = form.optionalText("notes");
        return before == null
                ? new NewActivity(type, startedAt, seconds, metres, null, rpe, null, null, null, null, notes)
                : new NewActivity(
                        type,
                        startedAt,
                        seconds,
                        metres,
                        before.elevationGainM(),
                        rpe,
                        before.averageHeartRate(),
                        before.maxHeartRate(),
                        before.energyKcal(),
                        before.exercises(),
                        notes);
    }

    /** What is not told is refused; what stands for it then is never kept. */
    private static ActivityType type(Form form) {
        var type = form.choice("type", ActivityType.class);
        if (type == null) {
            form.refuse("type", "What was it?");
        }
        return type == null ? ActivityType.OTHER : type;
    }

    /** Seconds that the form rounds away stay as long as its minutes do. */
    private static int seconds(Form form, @Nullable Activity before) {
        var minutes = form.number("minutes");
        if (minutes == null || minutes < 1 || minutes > MOST_MINUTES) {
            form.refuse("minutes", "Write how many minutes it took, from 1 to " + MOST_MINUTES + ".");
            return SECONDS;
        }
        return before != null && minutes == minutes(before) ? before.durationS() : SECONDS * minutes;
    }

    private static @Nullable BigDecimal metres(Form form, @Nullable Activity before) {
        var km = form.decimal("km");
        if (km == null) {
            return null;
        }
        if (km.signum() < 0
                || km.compareTo(MOST_KM) > 0
                || km.stripTrailingZeros().scale() > METRES_DECIMALS) {
            form.refuse("km", "Write the kilometres, from 0 to " + MOST_KM + ", such as 5.2.");
            return null;
        }
        boolean same = before != null
                && before.distanceM() != null
                && km(before.distanceM()).compareTo(km) == 0;
        return same ? Objects.requireNonNull(before).distanceM() : km.movePointRight(METRES_DECIMALS);
    }

    static int minutes(Activity activity) {
        return Math.max(1, Math.round(activity.durationS() / (float) SECONDS));
    }

    static BigDecimal km(BigDecimal metres) {
        var km = metres.movePointLeft(METRES_DECIMALS)
                .setScale(METRES_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return km.scale() < 0 ? km.setScale(0) : km;
    }
}
