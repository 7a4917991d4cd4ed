package dev.trellis.interventions.outcome;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code summary_json} holds: the fields of domain 07.8 and the sentences that say the same to the person.
 *
 * @param avgCompletion   mean percent over the tracked days, 2 decimals; null when none was tracked
 * @param moodFirstHalf   mean mood of the first half, 2 decimals; null without any
 * @param moodTrendReason why there is no trend; null when there is one
 * @param effect          null when no outcome was planned or its data do not suffice
 * @param missingEffect   why there is no effect; null when there is one, and in summaries of earlier versions
 */
public record SummaryDetails(
        int trackedDays,
        int totalDays,
        int missedDays,
        int currentStreak,
        int longestStreak,
        @Nullable BigDecimal avgCompletion,
        @Nullable BigDecimal moodFirstHalf,
        @Nullable BigDecimal moodSecondHalf,
        @Nullable MoodTrendReason moodTrendReason,
        @Nullable Effect effect,
        @Nullable MissingEffect missingEffect,
        List<Correlation> correlations,
        boolean autoCompleted,
        boolean early,
        List<String> sentences) {}
