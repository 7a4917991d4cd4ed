package dev.trellis.students;

import dev.trellis.students.IndicatorReader.Measured;
import dev.trellis.students.risk.RiskFinding;
import dev.trellis.students.risk.RiskLevel;
import dev.trellis.students.risk.RiskRules;
import dev.trellis.students.risk.ShownLevel;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a run says of one enrollment: what the rules found, and what people see of it. */
record Assessment(Measured measured, RiskFinding finding, ShownLevel shown) {
    /** Nothing when too little is known for a level. */
    static Optional<Assessment> of(Measured measured) {
        return RiskRules.assess(measured.indicators(), measured.passMark().doubleValue())
                .map(finding -> new Assessment(measured, finding, shown(measured, finding.level())));
    }

    private static ShownLevel shown(Measured measured, RiskLevel found) {
        var before = measured.level();
        return before == null ? ShownLevel.first(found) : new ShownLevel(before, measured.lowerLevel()).next(found);
    }

    UUID studentId() {
        return measured.userId();
    }

    UUID courseId() {
        return measured.courseId();
    }

    RiskLevel level() {
        return shown.level();
    }

    /** The level before, when it was higher. */
    @Nullable
    RiskLevel improvedFrom() {
        var before = measured.level();
        return before != null && before.isAbove(level()) ? before : null;
    }
}
