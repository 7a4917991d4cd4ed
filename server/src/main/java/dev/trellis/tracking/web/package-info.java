/** The HTTP endpoints of tracking: thin adapters over its use cases. */
@NullMarked
package dev.trellis.tracking.web;

import org.jspecify.annotations.NullMarked;
