/**
 * Brings a PostgreSQL up before the server starts: the embedded one or a configured one, its three roles, its schema.
 * Used by the launcher and by tests, not by use cases.
 */
@NullMarked
package dev.trellis.platform.postgres;

import org.jspecify.annotations.NullMarked;
