/** What a person may read of the log: what happened to them, and who looked at it. */
@NullMarked
package dev.trellis.events.web;

import org.jspecify.annotations.NullMarked;
