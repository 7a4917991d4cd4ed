package dev.trellis.messaging;

import dev.trellis.adaptation.AdjustmentProposed;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks whether a day should be made different. */
@Singleton
class AskAboutAdjustment extends Telling<AdjustmentProposed> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    AskAboutAdjustment(NotificationStore notifications) {
        super("ask_about_adjustment", AdjustmentProposed.class, "adjustment_proposed", notifications);
    }

    /** What the notification is about. */
    record About(UUID overrideId, String date) {}

    @Override
    Stream<Words> of(AdjustmentProposed event) {
        return Stream.of(new Words(
                event.userId(),
                "A change of " + DAY.format(event.date()) + " waits for your answer",
                event.explanation(),
                new About(event.subjectId(), event.date().toString())));
    }
}
