/**
 * What happened, who reacts, and the durable record of each reaction: publish, handlers, deliveries, retry, audit.
 * Depends on {@code platform} only.
 */
@Module(dependsOn = {"platform"})
@NullMarked
package dev.trellis.events;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
