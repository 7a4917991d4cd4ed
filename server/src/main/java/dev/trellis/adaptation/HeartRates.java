package dev.trellis.adaptation;

import dev.trellis.assessment.Consultations;
import dev.trellis.identity.Profiles;
import dev.trellis.programs.training.HeartRateZones;
import dev.trellis.tracking.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a person's heart rate says: only with their age and resting heart rate (domain 02.6). */
@ApplicationScoped
class HeartRates {
    private final Profiles profiles;
    private final Consultations consultations;

    HeartRates(Profiles profiles, Consultations consultations) {
        this.profiles = profiles;
        this.consultations = consultations;
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
        var resting = consultations.restingHeartRate(tx, userId);
        return born == null || resting.isEmpty()
                ? null
                : HeartRateZones.of(Period.between(born, latest.get()).getYears(), resting.get());
    }
}
