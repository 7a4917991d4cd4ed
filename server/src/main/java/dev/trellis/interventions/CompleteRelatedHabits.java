package dev.trellis.interventions;

import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import dev.trellis.tracking.Habits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** When a period completes, so do its active habits. */
@ApplicationScoped
class CompleteRelatedHabits implements EventHandler<InterventionCompleted> {
    private final Habits habits;

    CompleteRelatedHabits(Habits habits) {
        this.habits = habits;
    }

    @Override
    public String name() {
        return "complete_related_habits";
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
        habits.complete(
                tx,
                events.stream().map(InterventionCompleted::userId).toList(),
                events.stream().map(InterventionCompleted::subjectId).toList());
    }
}
