/** The HTTP endpoints of interventions: thin adapters over the module's use cases. */
@NullMarked
package dev.trellis.interventions.web;

import org.jspecify.annotations.NullMarked;
