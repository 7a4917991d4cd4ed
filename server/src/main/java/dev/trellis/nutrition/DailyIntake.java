package dev.trellis.nutrition;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What was logged on one day, in kcal and g. A day without an entry has none: nothing logged is not nothing eaten. */
public record DailyIntake(
        LocalDate day,
        int entries,
        int calories,
        BigDecimal protein,
        BigDecimal carbs,
        BigDecimal fat,
        BigDecimal fibre,
        boolean fibreComplete) {}
