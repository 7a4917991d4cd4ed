/**
 * Reads what a person writes or reports for signs of danger, says what the rest of the server must then do and what to
 * tell the person, and remembers that it was so. The triage itself is pure, and no text is kept. Depends on
 * {@code platform}, {@code events} and {@code identity}.
 */
@Module(dependsOn = {"events", "identity", "platform"})
@NullMarked
package dev.trellis.safety;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
