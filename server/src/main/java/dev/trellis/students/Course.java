package dev.trellis.students;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is taught.
 *
 * @param sourceId its name in the student information system
 * @param timeZone the zone whose local dates are the days of the course
 * @param passMark of 100
 */
public record Course(
        UUID id,
        @Nullable String sourceId,
        String code,
        String title,
        LocalDate startDate,
        LocalDate endDate,
        String timeZone,
        BigDecimal passMark,
        @Nullable BigDecimal credits) {}
