package dev.trellis.adaptation.daily;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands with an illness that stops training (domain 05.4). What was said of it holds until something else
 * is said, for two days at most; then whole days since it was last told count as days without symptoms.
 *
 * @param today       as it was told, or as it is taken to be
 * @param returnShare of the planned volume while coming back; empty without such an illness, 0 until a day has passed
 * @param daysIll     in a row, told or taken to be so
 */
public record IllnessCourse(Illness today, OptionalDouble returnShare, int daysIll) {
    private static final int HOLDS_DAYS = 2;
    private static final int REMEMBERED_DAYS = 14;
    private static final int HOURS = 24;

    /**
     * @param sessionsAfter how many sessions were done after a day
     */
    public static IllnessCourse of(ReadinessHistory told, LocalDate today, ToIntFunction<LocalDate> sessionsAfter) {
        var lastSaid = today;
        while (said(told, lastSaid) == null && ChronoUnit.DAYS.between(lastSaid, today) < HOLDS_DAYS) {
            lastSaid = lastSaid.minusDays(1);
        }
        var its = said(told, lastSaid);
        var now = its == null ? Illness.NONE : lastSaid.equals(today) || its.stopsTraining() ? its : Illness.NONE;
        if (now.stopsTraining()) {
            return new IllnessCourse(now, OptionalDouble.empty(), daysIll(told, lastSaid, today));
        }
        for (var day = today.minusDays(1); day.isAfter(today.minusDays(REMEMBERED_DAYS)); day = day.minusDays(1)) {
            var before = said(told, day);
            if (before != null && before.stopsTraining()) {
                int hoursFree = HOURS * (int) (ChronoUnit.DAYS.between(day, today) - 1);
                double share = ReturnToTraining.share(hoursFree, sessionsAfter.applyAsInt(day));
                return new IllnessCourse(
                        now, share >= 1 ? OptionalDouble.empty() : OptionalDouble.of(share), daysIll(told, day, day));
            }
        }
        return new IllnessCourse(now, OptionalDouble.empty(), 0);
    }

    /** Whether a clinician should be asked before training again. */
    public boolean needsClinician() {
        return ReturnToTraining.needsClinician(daysIll, false);
    }

    private static int daysIll(ReadinessHistory told, LocalDate lastSaid, LocalDate until) {
        var first = lastSaid;
        for (var day = lastSaid; day.isAfter(lastSaid.minusDays(REMEMBERED_DAYS)); day = day.minusDays(1)) {
            var its = said(told, day);
            if (its != null && !its.stopsTraining()) {
                break;
            }
            first = its == null ? first : day;
        }
        return (int) ChronoUnit.DAYS.between(first, until) + 1;
    }

    private static @Nullable Illness said(ReadinessHistory told, LocalDate day) {
        return told.told(day).map(LoggedDay::illness).orElse(null);
    }
}
