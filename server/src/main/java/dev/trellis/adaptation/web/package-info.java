/** The HTTP face of adaptation. */
@NullMarked
package dev.trellis.adaptation.web;

import org.jspecify.annotations.NullMarked;
