/**
 * What the server tells people: notifications in the app. Reacts to events; no use case waits for it. Depends on
 * {@code platform}, {@code events} and the events of {@code interventions}, {@code programs} and {@code students}.
 */
@Module(dependsOn = {"events", "interventions", "platform", "programs", "students"})
@NullMarked
package dev.trellis.messaging;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
