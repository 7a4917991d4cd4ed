/**
 * A server to look at: people in four time zones with weeks of history, one of them six weeks into a program of training
 * and meals, and a course with its staff and students, made through the same use cases as everything else. Nothing depends
 * on it.
 */
@Module(
        dependsOn = {
            "adaptation",
            "assessment",
            "events",
            "identity",
            "interventions",
            "messaging",
            "nutrition",
            "platform",
            "programs",
            "students",
            "tracking"
        })
@NullMarked
package dev.trellis.demo;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
