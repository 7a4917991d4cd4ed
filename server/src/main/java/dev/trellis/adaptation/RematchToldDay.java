package dev.trellis.adaptation;

import dev.trellis.tracking.ContextLogged;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whoever tells how a past day was has not been silent about it: what was unknown of it was skipped. */
@Singleton
class RematchToldDay extends RematchDays<ContextLogged> {
    private final Rematching rematching;

    RematchToldDay(Rematching rematching) {
        super("rematch_told_day", ContextLogged.class);
        this.rematching = rematching;
    }

    @Override
    Collection<LocalDate> days(ContextLogged event) {
        return List.of(event.day());
    }

    @Override
    void rematch(Handle tx, UUID userId, Set<LocalDate> days) {
        rematching.afterWords(tx, userId, days);
    }
}
