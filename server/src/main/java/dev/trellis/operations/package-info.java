/**
 * What whoever runs the server needs: health, metrics, and the clearing away of what has had its time. Depends on
 * {@code platform} and {@code events}.
 */
@NullMarked
package dev.trellis.operations;

import org.jspecify.annotations.NullMarked;
