/** What tests share: one PostgreSQL, a settable clock, an HTTP client that speaks as a person. */
package dev.trellis.testing;
