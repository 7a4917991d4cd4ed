/**
 * Reads what a person writes or reports for signs of danger, and says what the rest of the server must then do and
 * what to tell the person. Pure: no clock, no database, no text kept. Depends on no other module.
 */
@NullMarked
package dev.trellis.safety;

import org.jspecify.annotations.NullMarked;
