package dev.trellis.adaptation;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.identity.People;
import dev.trellis.tracking.ContextLogged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Looks at a day again once the person has told how it is; a day of the past has nothing left to change. */
@ApplicationScoped
class AnalyseDayThatWasTold implements EventHandler<ContextLogged> {
    private final DayAnalysis analysis;
    private final People people;
    private final InstantSource clock;

    AnalyseDayThatWasTold(DayAnalysis analysis, People people, InstantSource clock) {
        this.analysis = analysis;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "analyse_day_that_was_told";
    }

    @Override
    public Class<ContextLogged> event() {
        return ContextLogged.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<ContextLogged>> batch) {
        batch.stream()
                .map(Occurrence::event)
                .map(logged -> new Told(logged.userId(), logged.day()))
                .distinct()
                .filter(told -> people.find(tx, told.userId())
                        .filter(person -> person.days().dayOf(clock.instant()).equals(told.day()))
                        .isPresent())
                .forEach(told -> analysis.of(tx, told.userId(), told.day()));
    }

    private record Told(UUID userId, LocalDate day) {}
}
