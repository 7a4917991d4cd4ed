package dev.trellis.events;

/** How one immediate handler fared; {@code success} false means it was undone alone and will be tried again. */
public record HandlerResult(String handler, boolean success) {}
