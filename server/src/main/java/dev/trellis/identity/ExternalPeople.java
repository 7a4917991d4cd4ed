package dev.trellis.identity;

import dev.trellis.platform.Database;
import dev.trellis.platform.PersonDays;
import dev.trellis.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** People an external issuer vouches for: an account is made when one is seen first; their roles follow the issuer's. */
@ApplicationScoped
class ExternalPeople {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;

    private final Database database;
    private final InstantSource clock;

    ExternalPeople(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    record Account(UUID id, Set<Role> roles, AccountStatus status) {}

    /** The person's account, made if need be; nothing when it is suspended. */
    Optional<Account> account(ExternalIdentity identity) {
        return database.asJob(tx -> {
            var known = find(tx, identity);
            if (known.isEmpty()) {
                insert(tx, identity);
                known = find(tx, identity);
            }
            return known.filter(account -> account.status() == AccountStatus.ACTIVE)
                    .map(account -> follow(tx, account, identity));
        });
    }

    private static Account follow(Handle tx, Account account, ExternalIdentity identity) {
        if (account.roles().equals(identity.roles())) {
            return account;
        }
        tx.createUpdate("update users set roles = :roles where id = :id")
                .bindArray("roles", String.class, PersonStore.wire(identity.roles()))
                .bind("id", account.id())
                .execute();
        return new Account(account.id(), identity.roles(), account.status());
    }

    private static Optional<Account> find(Handle tx, ExternalIdentity identity) {
        return tx.createQuery("""
                        select id, roles, status from users where oidc_issuer = :issuer and oidc_subject = :subject
                        """)
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .mapTo(Account.class)
                .findOne();
    }

    /** An e-mail address that another account has stays there: an issuer's word does not merge accounts. */
    private void insert(Handle tx, ExternalIdentity identity) {
        tx.createUpdate("""
                        insert into users (oidc_issuer, oidc_subject, email, display_name, roles, time_zone, locale, created_at)
                        select :issuer, :subject,
                               case when exists (select from users where lower(email) = :email) then null else :email end,
                               :name, :roles, :zone, :locale, :now
                            on conflict (oidc_issuer, oidc_subject) do nothing
                        """)
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .bind("email", email(identity.email()))
                .bind(
                        "name",
                        identity.name()
                                .substring(
                                        0,
                                        Math.min(LONGEST_NAME, identity.name().length())))
                .bindArray("roles", String.class, PersonStore.wire(identity.roles()))
                .bind("zone", zone(identity.zone()))
                .bind("locale", locale(identity.locale()))
                .bind("now", clock.instant())
                .execute();
    }

    private static @Nullable String email(@Nullable String claimed) {
        return claimed == null || claimed.length() > LONGEST_EMAIL ? null : new EmailAddress(claimed).value();
    }

    private static String zone(@Nullable String claimed) {
        return claimed != null && PersonDays.zone(claimed).isPresent() ? claimed : "UTC";
    }

    private static String locale(@Nullable String claimed) {
        return claimed != null && claimed.length() <= 35 && claimed.matches(NewAccount.LANGUAGE)
                ? claimed
                : Locale.ENGLISH.toLanguageTag();
    }
}
