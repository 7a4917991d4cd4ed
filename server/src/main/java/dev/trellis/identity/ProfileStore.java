package dev.trellis.identity;

import dev.trellis.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Profiles in the database. */
@ApplicationScoped
class ProfileStore {
    private final Json json;

    ProfileStore(Json json) {
        this.json = json;
    }

    private record Row(
            @Nullable LocalDate birthDate,
            Profile.@Nullable Sex sex,
            @Nullable BigDecimal heightCm,
            Profile.@Nullable TrainingAge trainingAge,
            List<String> equipment,
            List<String> injuries,
            List<String> exclusions,
            List<String> allergies,
            List<String> goals,
            boolean cycleTracking,
            String safetyFlags) {}

    Optional<Profile> find(Handle tx, UUID userId) {
        return tx.createQuery("""
                        select birth_date, sex, height_cm, training_age, equipment, injuries, exclusions, allergies, goals,
                               cycle_tracking, safety_flags
                          from user_profiles
                         where user_id = :user
                        """)
                .bind("user", userId)
                .mapTo(Row.class)
                .map(this::profile)
                .findOne();
    }

    void save(Handle tx, UUID userId, Profile profile) {
        tx.createUpdate("""
                        insert into user_profiles as p (user_id, birth_date, sex, height_cm, training_age, equipment, injuries,
                                                        exclusions, allergies, goals, cycle_tracking, safety_flags)
                        values (:user, :birthDate, :sex, :heightCm, :trainingAge, :equipment, :injuries,
                                :exclusions, :allergies, :goals, :cycleTracking, cast(:safetyFlags as jsonb))
                            on conflict (user_id) do update
                           set (birth_date, sex, height_cm, training_age, equipment, injuries, exclusions, allergies, goals,
                                cycle_tracking, safety_flags)
                             = (excluded.birth_date, excluded.sex, excluded.height_cm, excluded.training_age,
                                excluded.equipment, excluded.injuries, excluded.exclusions, excluded.allergies,
                                excluded.goals, excluded.cycle_tracking, excluded.safety_flags)
                        """)
                .bind("user", userId)
                .bind("birthDate", profile.birthDate())
                .bind("sex", profile.sex())
                .bind("heightCm", profile.heightCm())
                .bind("trainingAge", profile.trainingAge())
                .bindArray("equipment", String.class, profile.equipment())
                .bindArray("injuries", String.class, profile.injuries())
                .bindArray("exclusions", String.class, profile.exclusions())
                .bindArray("allergies", String.class, profile.allergies())
                .bindArray("goals", String.class, profile.goals())
                .bind("cycleTracking", profile.cycleTracking())
                .bind("safetyFlags", json.write(profile.safetyFlags()))
                .execute();
    }

    private Profile profile(Row row) {
        return new Profile(
                row.birthDate(),
                row.sex(),
                row.heightCm(),
                row.trainingAge(),
                row.equipment(),
                row.injuries(),
                row.exclusions(),
                row.allergies(),
                row.goals(),
                row.cycleTracking(),
                json.read(row.safetyFlags(), Flags.class));
    }

    /** What the {@code jsonb} column holds. */
    private static final class Flags extends HashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;
    }
}
