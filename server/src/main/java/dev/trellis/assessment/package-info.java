/**
 * What people tell before anything is suggested to them: intakes. Depends on {@code platform}, {@code events},
 * {@code identity} and {@code safety}.
 */
@NullMarked
package dev.trellis.assessment;

import org.jspecify.annotations.NullMarked;
