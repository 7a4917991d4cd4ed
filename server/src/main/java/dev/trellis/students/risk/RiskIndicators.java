package dev.trellis.students.risk;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one student in one course at the end of a day (domain 10.1). An indicator is null when there is too
 * little data for it. There is no place here for gender, origin, disability, age, address, parents or health.
 *
 * @param attendance sessions attended of those scheduled in the last 28 days, 0 to 1; at least 4 sessions
 * @param daysInactive days since the last learning event
 * @param submissionRate due items handed in on time or within grace, 0 to 1; at least 2 items
 * @param missedInRow how many of the latest due items in a row were missed
 * @param grade weighted mean of graded items, 0 to 100; at least 2 items
 * @param gradeTrend mean of the last three grades less the mean of the three before, in points; at least 4 grades
 * @param engagementZ standard score of ln(1 + events in 14 days) within the course; at least 15 students
 * @param cogDepth cognitive depth, -1 to 1
 * @param socBreadth social breadth, -1 to 1; only where the course has social activities
 * @param loadRatio enrolled credits of a normal full load
 * @param previousAttempts earlier enrollments in the same course
 * @param trainerConcern true when a trainer raised one in the last 28 days
 */
public record RiskIndicators(
        @Nullable Double attendance,
        @Nullable Integer daysInactive,
        @Nullable Double submissionRate,
        int missedInRow,
        @Nullable Double grade,
        @Nullable Double gradeTrend,
        @Nullable Double engagementZ,
        @Nullable Double cogDepth,
        @Nullable Double socBreadth,
        @Nullable Double loadRatio,
        int previousAttempts,
        boolean trainerConcern) {
    /** How many of the eight measured indicators are known; the last four describe circumstances and do not count. */
    public long known() {
        return Stream.of(attendance, daysInactive, submissionRate, grade, gradeTrend, engagementZ, cogDepth, socBreadth)
                .filter(Objects::nonNull)
                .count();
    }
}
