/** What is measured: one class a promise of the project, each beside the same work written by hand. */
@NullMarked
package dev.trellis.bench.work;

import org.jspecify.annotations.NullMarked;
