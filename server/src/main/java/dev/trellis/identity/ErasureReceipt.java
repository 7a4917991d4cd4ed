package dev.trellis.identity;

import java.time.Instant;
import java.util.UUID;

/** Proof that somebody's data was erased, with nothing in it about whose it was. */
public record ErasureReceipt(UUID id, Instant erasedAt, long rowCount) {}
