/** How a person sees and lifts their own safety hold, and how staff do. */
@NullMarked
package dev.trellis.safety.web;

import org.jspecify.annotations.NullMarked;
