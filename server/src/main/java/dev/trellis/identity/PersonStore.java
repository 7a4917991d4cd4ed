package dev.trellis.identity;

import dev.trellis.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Accounts in the database. */
@ApplicationScoped
class PersonStore {
    /** What a log-in is checked against. */
    record Credentials(UUID id, @Nullable String passwordHash, AccountStatus status) {
        @Override
        public String toString() {
            return "Credentials[" + id + "]";
        }
    }

    /** The new person's id, or nothing when the e-mail address is taken. */
    Optional<UUID> insert(Handle tx, NewAccount account, String passwordHash, Set<Role> roles, Instant now) {
        return tx.createQuery("""
                        insert into users (email, password_hash, display_name, roles, locale, country, time_zone, created_at)
                        values (:email, :passwordHash, :displayName, :roles, coalesce(:locale, 'en'), :country, :timeZone, :now)
                            on conflict (lower(email)) do nothing
                        returning id
                        """)
                .bind("email", new EmailAddress(account.email()).value())
                .bind("passwordHash", passwordHash)
                .bind("displayName", account.displayName().strip())
                .bindArray("roles", String.class, wire(roles))
                .bind("locale", account.locale())
                .bind("country", account.country())
                .bind("timeZone", account.timeZone())
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne();
    }

    Optional<Credentials> credentials(Handle tx, EmailAddress email) {
        return tx.createQuery("select id, password_hash, status from users where lower(email) = :email")
                .bind("email", email.value())
                .mapTo(Credentials.class)
                .findOne();
    }

    Optional<Person> find(Handle tx, UUID id) {
        return tx.createQuery("""
                        select id, email, display_name, roles, locale, country, time_zone, day_start, status, created_at
                          from users
                         where id = :id
                        """).bind("id", id).mapTo(Person.class).findOne();
    }

    static java.util.List<String> wire(Set<Role> roles) {
        return roles.stream().map(Role::wire).sorted().toList();
    }
}
