/** The HTTP endpoints of adaptation: thin adapters over its use cases. */
@NullMarked
package dev.trellis.adaptation.web;

import org.jspecify.annotations.NullMarked;
