/** The operator's view over HTTP: events, deliveries, handlers, jobs and the audit log. Role admin, scope operate. */
@NullMarked
package dev.trellis.operations.web;

import org.jspecify.annotations.NullMarked;
