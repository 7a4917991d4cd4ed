package dev.trellis.students.web;

import dev.trellis.platform.web.pages.Option;
import dev.trellis.students.DismissalReason;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskLevel;
import java.util.Arrays;
import java.util.List;

/** What the forms about students offer. */
final class StudentChoices {
    static final List<Option> TYPES = Arrays.stream(InterventionType.values())
            .map(type -> Option.of(type.wire(), StudentWords.words(type)))
            .toList();

    static final List<Option> DISMISSALS = Arrays.stream(DismissalReason.values())
            .map(reason -> Option.of(reason.wire(), StudentWords.words(reason)))
            .toList();

    static final List<Option> LEVELS = List.of(
            Option.of(RiskLevel.MODERATE.wire(), "Could use support, or more"),
            Option.of(RiskLevel.HIGH.wire(), "Needs support, or more"),
            Option.of(RiskLevel.CRITICAL.wire(), "Needs support soon"));

    static final List<Option> REACHED =
            List.of(Option.of("yes", "Yes, we were in touch"), Option.of("no", "No answer yet"));

    private StudentChoices() {}
}
