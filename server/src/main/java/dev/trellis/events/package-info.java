/** What happened, and who is told: events, their handlers and deliveries, and the audit log. Depends on {@code platform}. */
@NullMarked
package dev.trellis.events;

import org.jspecify.annotations.NullMarked;
