package dev.trellis.interventions;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.interventions.outcome.Summaries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** When a period completes, its summary is made and kept: one a period, however often this is repeated. */
@ApplicationScoped
class GenerateCompletionSummary implements EventHandler<InterventionCompleted> {
    private final PeriodFactsReader reader;
    private final SummaryStore summaries;

    GenerateCompletionSummary(PeriodFactsReader reader, SummaryStore summaries) {
        this.reader = reader;
        this.summaries = summaries;
    }

    @Override
    public String name() {
        return "generate_completion_summary";
    }

    @Override
    public Class<InterventionCompleted> event() {
        return InterventionCompleted.class;
    }

    @Override
    public Timing timing() {
        return Timing.IMMEDIATE;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<InterventionCompleted>> batch) {
        var events = batch.stream().map(Occurrence::event).toList();
        var facts = reader.read(
                tx,
                events.stream().map(InterventionCompleted::userId).toList(),
                events.stream().map(InterventionCompleted::subjectId).toList());
        summaries.insert(
                tx,
                facts.stream()
                        .map(period -> new SummaryStore.NewSummary(
                                period.userId(), period.periodId(), Summaries.of(period.facts())))
                        .toList());
    }
}
