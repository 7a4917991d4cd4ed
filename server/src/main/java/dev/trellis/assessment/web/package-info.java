/** Telling what should change, over HTTP. */
@NullMarked
package dev.trellis.assessment.web;

import org.jspecify.annotations.NullMarked;
