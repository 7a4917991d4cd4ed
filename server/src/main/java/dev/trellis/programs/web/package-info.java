/** HTTP for programs and their calendar. */
@NullMarked
package dev.trellis.programs.web;

import org.jspecify.annotations.NullMarked;
