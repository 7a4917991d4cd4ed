package dev.trellis.safety;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whether a person's safety comes before everything else right now. */
@ApplicationScoped
public class SafetyHolds {
    private final SafetyEventStore store;

    SafetyHolds(SafetyEventStore store) {
        this.store = store;
    }

    /** The open hold of a person whom whoever acts may see. */
    public Optional<SafetyHold> current(Handle tx, UUID userId) {
        return hold(store.open(tx, userId));
    }

    /** The gravest of the open events that hold; staff are needed as soon as one of them needs staff. */
    static Optional<SafetyHold> hold(List<SafetyEventStore.Open> open) {
        var holding = open.stream().filter(SafetyEventStore.Open::holds).toList();
        return holding.stream()
                .findFirst()
                .map(gravest -> new SafetyHold(
                        gravest.id(),
                        gravest.level(),
                        gravest.topic(),
                        holding.stream()
                                .map(SafetyEventStore.Open::occurredAt)
                                .min(java.util.Comparator.naturalOrder())
                                .orElseThrow(),
                        holding.stream()
                                .anyMatch(event ->
                                        event.resumption() == SafetyEffects.Resumption.CLINICIAN_OR_STAFF_CLEARS)));
    }
}
