package dev.trellis.interventions;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.interventions.OutcomeCounts.Added;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Counts what people say when a period ends, weighted by how likely the item was to be shown (domain 08.4, 08.5). */
@ApplicationScoped
class LearnFromFeedback implements EventHandler<FeedbackGiven> {
    private final OutcomeCounts counts;

    LearnFromFeedback(OutcomeCounts counts) {
        this.counts = counts;
    }

    @Override
    public String name() {
        return "learn_from_feedback";
    }

    @Override
    public Class<FeedbackGiven> event() {
        return FeedbackGiven.class;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<FeedbackGiven>> batch) {
        counts.add(
                tx,
                batch.stream()
                        .map(Occurrence::event)
                        .flatMap(given -> given.interventionId() == null
                                ? Stream.<Added>empty()
                                : Stream.of(Added.answer(given.interventionId(), given.answer(), given.weight())))
                        .toList());
    }
}
