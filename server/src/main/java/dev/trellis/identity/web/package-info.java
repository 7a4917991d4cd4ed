/** The HTTP endpoints of {@link dev.trellis.identity}: thin adapters between requests and use cases. */
@NullMarked
package dev.trellis.identity.web;

import org.jspecify.annotations.NullMarked;
