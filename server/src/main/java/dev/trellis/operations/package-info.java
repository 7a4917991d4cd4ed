/**
 * What whoever runs the server needs: health, metrics, and the clearing away of what has had its time. Depends on
 * {@code platform} and {@code events}.
 */
@Module(dependsOn = {"events", "platform"})
@NullMarked
package dev.trellis.operations;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
