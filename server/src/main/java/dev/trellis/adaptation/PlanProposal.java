package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of the plan that the server proposes, or made because it may.
 *
 * @param effectiveFrom the first day it is about
 * @param sentence that was shown
 * @param terms every term behind it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanProposal(
        UUID id,
        UUID programId,
        Kind kind,
        Source source,
        Status status,
        LocalDate effectiveFrom,
        String sentence,
        PlanDocument before,
        PlanDocument after,
        Map<String, Object> terms,
        @Nullable Instant appliedAt,
        @Nullable Instant decidedAt,
        Instant createdAt) {
    /** What it changes. */
    public enum Kind {
        CALORIES,
        VOLUME,
        DELOAD,
        DIET_BREAK;

        /** The name in the database and in JSON: lower case. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it comes from. */
    public enum Source {
        REASSESSMENT,
        DAILY;

        /** The name in the database and in JSON: lower case. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    public enum Status {
        PENDING,
        APPLIED,
        REJECTED,
        UNDONE,
        NOTED;

        /** The name in the database and in JSON: lower case. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One side of it.
     *
     * @param entries     of the calendar that change; none as long as it is only proposed
     * @param kcal        of a day
     * @param weeklySets  over all muscles
     * @param until       the last day, of what does not last
     * @param notReached  days whose menus cannot come near the new target with their foods, and stay as they are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlanDocument(
            List<EntrySnapshot> entries,
            @Nullable Integer kcal,
            @Nullable Integer weeklySets,
            @Nullable LocalDate until,
            @Nullable List<LocalDate> notReached) {
        static PlanDocument kcal(int kcal, @Nullable LocalDate until) {
            return new PlanDocument(List.of(), kcal, null, until, null);
        }

        static PlanDocument sets(int sets) {
            return new PlanDocument(List.of(), null, sets, null, null);
        }

        static PlanDocument until(@Nullable LocalDate until) {
            return new PlanDocument(List.of(), null, null, until, null);
        }

        /** The same with the entries of another side, and the days that one could not reach. */
        PlanDocument and(PlanDocument more) {
            return with(
                    joined(entries, more.entries),
                    notReached == null || more.notReached == null ? notReached : joined(notReached, more.notReached));
        }

        private static <T> List<T> joined(List<T> some, List<T> others) {
            return Stream.concat(some.stream(), others.stream()).toList();
        }

        PlanDocument with(List<EntrySnapshot> its, @Nullable List<LocalDate> out) {
            return new PlanDocument(its, kcal, weeklySets, until, out);
        }
    }
}
