package dev.trellis.identity;

import dev.trellis.platform.Role;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.Set;

/** What an operator decides about an account. Everyone is a participant; the other roles come on top. */
public record AccountAccess(
        @NotNull Set<@NotNull Role> roles, @NotNull AccountStatus status) {
    /** These roles, and that of a participant. */
    static Set<Role> complete(Set<Role> roles) {
        var all = EnumSet.of(Role.PARTICIPANT);
        all.addAll(roles);
        return all;
    }

    boolean operates() {
        return roles.contains(Role.ADMIN) && status == AccountStatus.ACTIVE;
    }
}
