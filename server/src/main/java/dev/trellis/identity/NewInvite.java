package dev.trellis.identity;

import dev.trellis.platform.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks for.
 *
 * @param roles on top of that of a participant; none when absent
 * @param maxUses how many people it lets in; one when absent
 * @param expiresAt never when absent
 */
public record NewInvite(
        @Nullable Set<@NotNull Role> roles,
        @Nullable @Min(1) @Max(100_000) Integer maxUses,
        @Nullable Instant expiresAt) {}
