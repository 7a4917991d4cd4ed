/** Foods and what was eaten, over HTTP. */
@NullMarked
package dev.trellis.nutrition.web;

import org.jspecify.annotations.NullMarked;
