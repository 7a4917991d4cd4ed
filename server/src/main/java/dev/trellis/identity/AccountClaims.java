package dev.trellis.identity;

import dev.trellis.events.AuditLog;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * How people come into the accounts that a roster made for them: by a link for exactly this account, which works once and
 * not for long. Only an account nobody can log in to can be claimed.
 */
@ApplicationScoped
public class AccountClaims {
    private static final Duration LIFE = Duration.ofDays(14);

    private final Database database;
    private final Passwords passwords;
    private final Sessions sessions;
    private final OpenIdIssuer issuer;
    private final LogInThrottle throttle;
    private final AuditLog audit;
    private final InstantSource clock;

    AccountClaims(
            Database database,
            Passwords passwords,
            Sessions sessions,
            OpenIdIssuer issuer,
            LogInThrottle throttle,
            AuditLog audit,
            InstantSource clock) {
        this.database = database;
        this.passwords = passwords;
        this.sessions = sessions;
        this.issuer = issuer;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account a link leads to: what its person reads before they take it. */
    public record Waiting(String name, String email) {}

    /** The password its person chooses. */
    public record NewPassword(
            @NotNull
            @Size(min = 10, max = 200, message = "has 10 to 200 characters; a few words you remember work well")
            String password) {
        /** Never the secret: records end up in logs. */
        @Override
        public String toString() {
            return "NewPassword[hidden]";
        }
    }

    /** How an attempt to claim an account ended. */
    public sealed interface Claim {
        /** It is theirs, and they are logged in. */
        record Claimed(IssuedTokens tokens) implements Claim {}

        /** The link is unknown, expired or used, or the account has a log-in meanwhile. */
        record LinkRefused() implements Claim {}

        /** Too many attempts from this network address. */
        record ClaimThrottled(Duration retryAfter) implements Claim {}
    }

    private record Account(String displayName, boolean waits) {}

    /** Whether nobody can log in to this account yet; whoever asks has made sure that they may know. */
    public boolean waits(UUID personId) {
        return issuer.address().isEmpty()
                && database.asJob(tx -> account(tx, personId))
                        .filter(Account::waits)
                        .isPresent();
    }

    /**
     * Makes a link, in place of any before it, and writes that down for the person to read. Whoever calls has made sure that
     * this actor may let the person in.
     */
    public ClaimLink make(Actor actor, UUID personId) {
        var token = OpaqueToken.random(OpaqueToken.Kind.CLAIM);
        var expiresAt = clock.instant().plus(LIFE);
        var outcome = database.asJob(tx -> account(tx, personId)
                .<ClaimLink>map(account -> {
                    if (!account.waits() || issuer.address().isPresent()) {
                        return new ClaimLink.HasLogIn();
                    }
                    store(tx, actor, personId, token, expiresAt);
                    return new ClaimLink.Made(account.displayName(), token.value(), expiresAt);
                })
                .orElseGet(ClaimLink.NoSuchAccount::new));
        if (outcome instanceof ClaimLink.Made) {
            database.run(actor, tx -> audit.record(tx, actor, "account_claim_made", personId, Map.of()));
        }
        return outcome;
    }

    /** The account behind a link that still works. */
    public Optional<Waiting> waiting(String token) {
        return database.asJob(tx -> tx.createQuery("""
                        select u.display_name as name, coalesce(u.email, '') as email
                          from account_claims c
                          join users u on u.id = c.user_id
                         where c.token_hash = :hash and c.expires_at > :now and u.password_hash is null
                           and u.status = 'active'
                        """)
                .bind("hash", TokenHash.of(token).bytes())
                .bind("now", now())
                .mapTo(Waiting.class)
                .findOne());
    }

    /** Sets the account's first password and logs its person in; of many who try with one link, one gets in. */
    public Claim claim(String token, NewPassword wanted, Client client, String networkAddress) {
        var wait = throttle.attempt(networkAddress);
        if (wait.isPresent()) {
            return new Claim.ClaimThrottled(wait.get());
        }
        if (waiting(token).isEmpty()) {
            return new Claim.LinkRefused();
        }
        var hash = passwords.hash(wanted.password());
        return database.asJob(tx -> use(tx, token, hash)
                .<Claim>map(personId -> new Claim.Claimed(sessions.open(tx, personId, client)))
                .orElseGet(Claim.LinkRefused::new));
    }

    private Optional<UUID> use(Handle tx, String token, String passwordHash) {
        return tx.createQuery("""
                        with used as (
                            delete from account_claims where token_hash = :hash and expires_at > :now returning user_id)
                        update users u set password_hash = :password
                          from used
                         where u.id = used.user_id and u.password_hash is null and u.status = 'active'
                        returning u.id
                        """)
                .bind("hash", TokenHash.of(token).bytes())
                .bind("now", now())
                .bind("password", passwordHash)
                .mapTo(UUID.class)
                .findOne();
    }

    private static Optional<Account> account(Handle tx, UUID personId) {
        return tx.createQuery("""
                        select display_name, password_hash is null and status = 'active' as waits
                          from users
                         where id = :id
                        """).bind("id", personId).mapTo(Account.class).findOne();
    }

    private void store(Handle tx, Actor actor, UUID personId, OpaqueToken token, Instant expiresAt) {
        tx.createUpdate("""
                        insert into account_claims (user_id, token_hash, made_by, expires_at, created_at)
                        values (:person, :hash, :by, :expires, :now)
                            on conflict (user_id) do update
                           set token_hash = excluded.token_hash, made_by = excluded.made_by,
                               expires_at = excluded.expires_at, created_at = excluded.created_at
                        """)
                .bind("person", personId)
                .bind("hash", token.hash().bytes())
                .bind("by", actor.userId())
                .bind("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .bind("now", now())
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
