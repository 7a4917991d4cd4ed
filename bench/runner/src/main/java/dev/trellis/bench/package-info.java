/** Measures the server against yardsticks of the same run and says how it compares. */
@NullMarked
package dev.trellis.bench;

import org.jspecify.annotations.NullMarked;
