package dev.trellis.identity;

import dev.trellis.platform.web.Scope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for.
 *
 * @param scopes no more than the person has in the request that asks
 * @param expiresAt never when absent
 */
public record NewApiToken(
        @NotBlank @Size(max = 100) String name,
        @NotEmpty Set<@NotNull Scope> scopes,
        @Nullable Instant expiresAt) {}
