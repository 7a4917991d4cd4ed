/**
 * A server to look at: six people in four time zones with weeks of history, and a course with its staff and
 * students, made through the same use cases as everything else. Nothing depends on it.
 */
@Module(dependsOn = {"assessment", "events", "identity", "interventions", "platform", "students", "tracking"})
@NullMarked
package dev.trellis.demo;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
