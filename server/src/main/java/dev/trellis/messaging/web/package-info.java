/** The person's notifications over HTTP. */
@NullMarked
package dev.trellis.messaging.web;

import org.jspecify.annotations.NullMarked;
