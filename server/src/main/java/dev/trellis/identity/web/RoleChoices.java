package dev.trellis.identity.web;

import dev.trellis.platform.Role;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Option;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The roles an operator can give, on top of that of a participant, which everybody has. */
final class RoleChoices {
    static final List<Option> OPTIONS = List.of(
            new Option(Role.TRAINER.wire(), "Trainer", "Works with people who gave consent."),
            new Option(
                    Role.REVIEWER.wire(), "Reviewer", "Decides what members' interventions come into the catalogue."),
            new Option(Role.ADMIN.wire(), "Operator", "Runs this server: sees accounts, events and logs."));

    private RoleChoices() {}

    static Set<Role> read(Form form) {
        var roles = EnumSet.noneOf(Role.class);
        for (var wire : form.all("roles")) {
            Arrays.stream(Role.values())
                    .filter(role -> role.wire().equals(wire))
                    .findFirst()
                    .ifPresentOrElse(roles::add, () -> form.refuse("roles", "Choose from the list."));
        }
        return roles;
    }

    static String words(Collection<Role> roles) {
        return String.join(", ", roles.stream().sorted().map(RoleChoices::word).toList());
    }

    private static String word(Role role) {
        return role == Role.ADMIN ? "operator" : role.wire();
    }
}
