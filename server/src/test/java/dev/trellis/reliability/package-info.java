/** What must hold when processes die: the packaged server, really started, really killed. */
package dev.trellis.reliability;
