/** What is measured on: the server, the bare server, their PostgreSQL, and the people in it. */
@NullMarked
package dev.trellis.bench.stage;

import org.jspecify.annotations.NullMarked;
