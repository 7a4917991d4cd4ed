package dev.trellis.adaptation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day that was looked at.
 *
 * @param readiness   0 to 100; absent when too little is known
 * @param z           against the last 28 days, absent when they are too few
 * @param adjustments what is open for the day: proposed, or made
 * @param advice      sentences that change no number
 * @param proposals   ids of changes of the plan that were proposed because of it
 * @param summary     a sentence about all of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnalysedDay(
        LocalDate day,
        @Nullable Double readiness,
        @Nullable String band,
        @Nullable Double z,
        @Nullable Double confidence,
        List<DayOverride> adjustments,
        List<String> advice,
        List<UUID> proposals,
        String summary) {
    public AnalysedDay {
        adjustments = List.copyOf(adjustments);
        advice = List.copyOf(advice);
        proposals = List.copyOf(proposals);
    }
}
