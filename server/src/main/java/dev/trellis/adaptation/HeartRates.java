package dev.trellis.adaptation;

import dev.trellis.assessment.Consultations;
import dev.trellis.identity.Profiles;
import dev.trellis.programs.training.HeartRateZones;
import dev.trellis.tracking.Activity;
import dev.trellis.tracking.ContextLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a person's heart rate says: only with their age and resting heart rate (domain 02.6). */
@ApplicationScoped
class HeartRates {
    /** As far back as the baseline of a resting heart rate goes (domain 05.2). */
    private static final int DAYS_BACK = 28;

    private static final int LATEST = 7;

    private final Profiles profiles;
    private final Consultations consultations;
    private final ContextLog context;

    HeartRates(Profiles profiles, Consultations consultations, ContextLog context) {
        this.profiles = profiles;
        this.consultations = consultations;
        this.context = context;
    }

    /** The zones to read these activities by; null where none of them has a heart rate, or the person's are not known. */
    @Nullable
    HeartRateZones zones(Handle tx, UUID userId, List<Activity> activities) {
        var latest = activities.stream()
                .filter(activity -> activity.averageHeartRate() != null)
                .map(Activity::day)
                .max(LocalDate::compareTo);
        if (latest.isEmpty()) {
            return null;
        }
        var born = profiles.of(tx, userId).birthDate();
        var resting = resting(tx, userId, latest.get());
        return born == null || resting.isEmpty()
                ? null
                : HeartRateZones.of(Period.between(born, latest.get()).getYears(), resting.get());
    }

    /**
     * The median of the latest seven days on which it was measured, for one morning says little; what was told in the
     * consultation where it was not.
     */
    private Optional<Double> resting(Handle tx, UUID userId, LocalDate day) {
        var measured = context.between(tx, userId, day.minusDays(DAYS_BACK - 1), day).stream()
                .map(logged -> logged.context().restingHeartRate())
                .filter(Objects::nonNull)
                .toList();
        if (measured.isEmpty()) {
            return consultations.restingHeartRate(tx, userId).map(Integer::doubleValue);
        }
        var sorted = measured.subList(Math.max(0, measured.size() - LATEST), measured.size()).stream()
                .sorted()
                .toList();
        int middle = sorted.size() / 2;
        return Optional.of(
                sorted.size() % 2 == 1
                        ? sorted.get(middle).doubleValue()
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0);
    }
}
