package dev.trellis.platform;

import java.time.LocalDate;
import java.util.UUID;

/** A day of a person, by their own label. */
public record PersonDay(UUID userId, LocalDate day) {}
