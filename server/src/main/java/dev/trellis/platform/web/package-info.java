/**
 * What every HTTP endpoint shares: who calls, problems, idempotent writes, conditional reads, rate limits, request log.
 */
@NullMarked
package dev.trellis.platform.web;

import org.jspecify.annotations.NullMarked;
