package dev.trellis.adaptation;

import dev.trellis.tracking.MeasurementTaken;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** As {@link RematchToldDay}, of a day on which something was measured. */
@Singleton
class RematchMeasuredDay extends RematchDays<MeasurementTaken> {
    private final Rematching rematching;

    RematchMeasuredDay(Rematching rematching) {
        super("rematch_measured_day", MeasurementTaken.class);
        this.rematching = rematching;
    }

    @Override
    Collection<LocalDate> days(MeasurementTaken event) {
        return List.of(event.day());
    }

    @Override
    void rematch(Handle tx, UUID userId, Set<LocalDate> days) {
        rematching.afterWords(tx, userId, days);
    }
}
