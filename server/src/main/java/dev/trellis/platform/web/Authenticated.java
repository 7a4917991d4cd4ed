package dev.trellis.platform.web;

import dev.trellis.platform.Role;
import java.util.Set;
import java.util.UUID;

/**
 * A person whose token was checked.
 *
 * @param credentialId the session or API token, for revocation and for rate limits
 */
public record Authenticated(UUID userId, Set<Role> roles, Set<Scope> scopes, UUID credentialId) {}
