/**
 * The web app as a whole: what stands around every page, and the pages that span modules. Every other page lies in the
 * module it belongs to.
 */
@Module(
        dependsOn = {
            "assessment",
            "identity",
            "interventions",
            "messaging",
            "platform",
            "programs",
            "safety",
            "students",
            "tracking"
        })
@NullMarked
package dev.trellis.web;

import dev.trellis.platform.Module;
import org.jspecify.annotations.NullMarked;
