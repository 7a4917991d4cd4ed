package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.trellis.adaptation.matching.Adherence;
import dev.trellis.adaptation.matching.AdherenceStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of something planned, as far as it is known (domain 04.5).
 *
 * @param itemId of the planned session or meal
 * @param date the day it was planned for, as the calendar had it when it was assessed
 * @param marked said by the person, which beats what was computed
 * @param dose the share of the planned amount; absent when unknown
 * @param credit what it counts in the adherence of a period, 0 to 1; absent where the status is unknown
 * @param similarityScore of what it was matched to
 * @param overshoot clearly more than planned
 * @param movedDays how many days later it was done, negative for earlier
 * @param components every part of the comparison, 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdherenceRecord(
        @JsonIgnore UUID programId,
        UUID itemId,
        PlannedKind kind,
        LocalDate date,
        AdherenceStatus status,
        boolean marked,
        @Nullable BigDecimal dose,
        @Nullable BigDecimal credit,
        @Nullable BigDecimal similarityScore,
        boolean overshoot,
        int movedDays,
        @Nullable UUID activityId,
        @Nullable UUID foodEntryId,
        Map<String, BigDecimal> components,
        Instant assessedAt) {
    public AdherenceRecord {
        components = Map.copyOf(components);
    }

    /** What was done for it. */
    @JsonIgnore
    public @Nullable UUID actualId() {
        return activityId == null ? foodEntryId : activityId;
    }

    /** As the rules of adherence see it. */
    @JsonIgnore
    public Adherence adherence() {
        return new Adherence(status, dose == null ? null : dose.doubleValue(), overshoot);
    }

    /** Whether it says the same, whenever it was assessed. */
    boolean saysTheSameAs(AdherenceRecord other) {
        return at(other.assessedAt).equals(other);
    }

    /** What is said here, of what was matched there. */
    AdherenceRecord with(AdherenceRecord matched) {
        return new AdherenceRecord(
                programId,
                itemId,
                kind,
                date,
                status,
                marked,
                dose,
                credit,
                matched.similarityScore,
                overshoot,
                matched.movedDays,
                matched.activityId,
                matched.foodEntryId,
                matched.components,
                assessedAt);
    }

    /** The same, no longer on the person's word. */
    AdherenceRecord unmarked() {
        return new AdherenceRecord(
                programId,
                itemId,
                kind,
                date,
                status,
                false,
                dose,
                credit,
                similarityScore,
                overshoot,
                movedDays,
                activityId,
                foodEntryId,
                components,
                assessedAt);
    }

    private AdherenceRecord at(Instant moment) {
        return new AdherenceRecord(
                programId,
                itemId,
                kind,
                date,
                status,
                marked,
                dose,
                credit,
                similarityScore,
                overshoot,
                movedDays,
                activityId,
                foodEntryId,
                components,
                moment);
    }
}
