/** OneRoster 1.1 files, read line by line into values or into reasons why not. Pure: no clock, no database. */
@NullMarked
package dev.trellis.students.roster;

import org.jspecify.annotations.NullMarked;
