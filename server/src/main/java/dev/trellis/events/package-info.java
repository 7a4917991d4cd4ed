/**
 * What happened, who reacts, and the durable record of each reaction: publish, handlers, deliveries, retry, audit.
 * Depends on {@code platform} only.
 */
@NullMarked
package dev.trellis.events;

import org.jspecify.annotations.NullMarked;
