/**
 * Reads the files that watches and phones write, and keeps only sums: when, how long, how far, how hard. Pure; nothing
 * outside the file is looked at, and where somebody was does not leave this package.
 */
@NullMarked
package dev.trellis.tracking.file;

import org.jspecify.annotations.NullMarked;
