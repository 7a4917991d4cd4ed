package dev.trellis.events;

import java.util.UUID;

/** Something that happened to a person: a record in the past tense, owned by the module that publishes it. */
public interface DomainEvent {
    /** Whom it happened to. */
    UUID userId();

    /** The thing it is about: a period, an intake, a case. */
    UUID subjectId();
}
