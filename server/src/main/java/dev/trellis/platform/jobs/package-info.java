/** Work that nobody waits for: recurring jobs on db-scheduler, safe with any number of nodes, visible to operators. */
@NullMarked
package dev.trellis.platform.jobs;

import org.jspecify.annotations.NullMarked;
