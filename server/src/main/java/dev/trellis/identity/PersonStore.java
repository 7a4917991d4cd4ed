package dev.trellis.identity;

import dev.trellis.platform.PageRequest;
import dev.trellis.platform.PersonDays;
import dev.trellis.platform.Role;
import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
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

    private record Days(String timeZone, LocalTime dayStart) {}

    /** The zone and day start alone, which nearly every request asks for. */
    Supplier<Optional<PersonDays>> days(Handle tx, UUID id) {
        return Together.read(
                tx.createQuery("select time_zone, day_start from users where id = :id")
                        .bind("id", id),
                rows -> rows.mapTo(Days.class)
                        .findOne()
                        .map(found -> new PersonDays(ZoneId.of(found.timeZone()), found.dayStart())));
    }

    /** As {@link #find}; whoever else wants to change the person waits until this transaction ends. */
    Optional<Person> lock(Handle tx, UUID id) {
        tx.execute("select from users where id = ? for update", id);
        return find(tx, id);
    }

    void change(Handle tx, UUID id, PersonalSettings settings) {
        tx.createUpdate("""
                        update users
                           set display_name = :displayName, locale = :locale, country = :country, time_zone = :timeZone,
                               day_start = :dayStart
                         where id = :id
                        """)
                .bind("displayName", settings.displayName().strip())
                .bind("locale", settings.locale())
                .bind("country", settings.country())
                .bind("timeZone", settings.timeZone())
                .bind("dayStart", settings.dayStart())
                .bind("id", id)
                .execute();
    }

    void change(Handle tx, UUID id, AccountAccess access) {
        tx.createUpdate("update users set roles = :roles, status = :status where id = :id")
                .bindArray("roles", String.class, wire(access.roles()))
                .bind("status", access.status())
                .bind("id", id)
                .execute();
    }

    List<Person> list(Handle tx, @Nullable String words, PageRequest page) {
        return tx.createQuery("""
                        select id, email, display_name, roles, locale, country, time_zone, day_start, status, created_at
                          from users
                         where (cast(:after as uuid) is null or id < :after)
                           and (cast(:words as text) is null
                                or strpos(lower(display_name), lower(:words)) > 0 or strpos(lower(email), lower(:words)) > 0)
                         order by id desc
                         limit :fetch
                        """)
                .bind("words", words)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(Person.class)
                .list();
    }

    /** The active operators; none of them can be changed by anybody else until this transaction ends. */
    List<UUID> lockOperators(Handle tx) {
        return tx.createQuery("""
                        select id from users
                         where 'admin' = any (roles) and status = 'active'
                         order by id
                           for update
                        """).mapTo(UUID.class).list();
    }

    static List<String> wire(Set<Role> roles) {
        return roles.stream().map(Role::wire).sorted().toList();
    }
}
