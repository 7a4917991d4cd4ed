/** The HTTP endpoints of students: thin adapters. */
@NullMarked
package dev.trellis.students.web;

import org.jspecify.annotations.NullMarked;
