/** How measuring is done, whatever is measured: load, rounds in turn, ratios with their spread, the report. */
@NullMarked
package dev.trellis.bench.harness;

import org.jspecify.annotations.NullMarked;
