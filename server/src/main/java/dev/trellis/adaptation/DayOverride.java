package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.trellis.adaptation.daily.OverrideStatus;
import dev.trellis.programs.CalendarEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One day made different, or a proposal to (domain 05.6).
 *
 * @param confidence how far the day's readiness can be trusted, 0 to 1
 * @param rules which spoke, in their order
 * @param inputs what it was decided from
 * @param hold safety: applied at once, and undone only once it is over
 * @param automatic applied without asking
 * @param userOverridden the person undid it
 * @param reason why it was rejected when nobody rejected it
 * @param expiresAt after which it is no longer waited for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DayOverride(
        UUID id,
        UUID programId,
        LocalDate date,
        Type overrideType,
        Status status,
        double confidence,
        @Nullable TrainingChange trainingOverride,
        @Nullable FoodChange nutritionOverride,
        List<String> rules,
        OverrideInputs inputs,
        String explanation,
        boolean hold,
        boolean automatic,
        boolean userOverridden,
        @Nullable String reason,
        @Nullable Instant appliedAt,
        Instant expiresAt,
        @Nullable Instant decidedAt,
        Instant createdAt) {
    /** What it changes. */
    public enum Type {
        NUTRITION,
        TRAINING,
        BOTH;

        /** The name in the database and in JSON: lower case. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean overlaps(Type other) {
            return this == other || this == BOTH || other == BOTH;
        }
    }

    /** Where it stands, in the words of the wire; see {@link OverrideStatus}. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED,
        AUTO_APPLIED,
        UNDONE;

        /** The name in the database and in JSON: lower case. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(OverrideStatus status) {
            return valueOf(status.name());
        }

        OverrideStatus rules() {
            return OverrideStatus.valueOf(name());
        }
    }

    /**
     * Sessions before and after.
     *
     * @param reduction the share of volume that goes
     */
    public record TrainingChange(List<EntrySnapshot> before, List<EntrySnapshot> after, double reduction) {
        public TrainingChange {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * Meals before and after.
     *
     * @param kcalBefore of the day
     * @param quality    how near the new portions come to what was asked
     */
    public record FoodChange(
            List<EntrySnapshot> before, List<EntrySnapshot> after, int kcalBefore, int kcalAfter, String quality) {
        public FoodChange {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    boolean inForce() {
        return status == Status.APPROVED || status == Status.AUTO_APPLIED;
    }

    /** What it found, sessions first. */
    List<CalendarEvent> before() {
        var entries = new ArrayList<EntrySnapshot>();
        if (trainingOverride != null) {
            entries.addAll(trainingOverride.before());
        }
        if (nutritionOverride != null) {
            entries.addAll(nutritionOverride.before());
        }
        return EntrySnapshot.events(entries);
    }

    /** What it makes of it, in the same order. */
    List<CalendarEvent> after() {
        var entries = new ArrayList<EntrySnapshot>();
        if (trainingOverride != null) {
            entries.addAll(trainingOverride.after());
        }
        if (nutritionOverride != null) {
            entries.addAll(nutritionOverride.after());
        }
        return EntrySnapshot.events(entries);
    }
}
