package dev.trellis.interventions;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.interventions.OutcomeCounts.Added;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Counts who took an intervention on: only beside that number does the number of answers mean anything (domain 08.4). */
@ApplicationScoped
class CountStart implements EventHandler<InterventionStarted> {
    private final OutcomeCounts counts;

    CountStart(OutcomeCounts counts) {
        this.counts = counts;
    }

    @Override
    public String name() {
        return "count_start";
    }

    @Override
    public Class<InterventionStarted> event() {
        return InterventionStarted.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<InterventionStarted>> batch) {
        counts.add(
                tx,
                batch.stream()
                        .map(occurrence -> occurrence.event().interventionId())
                        .flatMap(id -> id == null ? Stream.<Added>empty() : Stream.of(Added.start(id)))
                        .toList());
    }
}
