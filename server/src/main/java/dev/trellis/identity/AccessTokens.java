package dev.trellis.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.trellis.platform.Database;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Authenticated;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Checks the token of every request, mostly without asking the database: what was found is remembered for
 * {@link #MEMORY}. A revocation made on this node is felt at once, one made on another node when the memory ends.
 */
@ApplicationScoped
public class AccessTokens implements TokenVerifier {
    static final Duration MEMORY = Duration.ofSeconds(15);
    private static final int REMEMBERED_TOKENS = 50_000;

    private record Known(Authenticated who, Instant expiresAt) {}

    private final Database database;
    private final SessionStore sessions;
    private final ApiTokenStore apiTokens;
    private final OpenIdIssuer issuer;
    private final ExternalPeople external;
    private final InstantSource clock;
    private final Cache<TokenHash, Known> known;

    @Inject
    AccessTokens(
            Database database,
            SessionStore sessions,
            ApiTokenStore apiTokens,
            OpenIdIssuer issuer,
            ExternalPeople external,
            InstantSource clock) {
        this(database, sessions, apiTokens, issuer, external, clock, Ticker.systemTicker());
    }

    AccessTokens(
            Database database,
            SessionStore sessions,
            ApiTokenStore apiTokens,
            OpenIdIssuer issuer,
            ExternalPeople external,
            InstantSource clock,
            Ticker ticker) {
        this.database = database;
        this.sessions = sessions;
        this.apiTokens = apiTokens;
        this.issuer = issuer;
        this.external = external;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_TOKENS)
                .expireAfterWrite(MEMORY)
                .ticker(ticker)
                .build();
    }

    @Override
    public Optional<Authenticated> verify(String token) {
        var now = clock.instant();
        return valid(known.get(TokenHash.of(token), hash -> lookUp(token, hash, now)), now);
    }

    @Override
    public Optional<Authenticated> remembered(String token) {
        return valid(known.getIfPresent(TokenHash.of(token)), clock.instant());
    }

    private static Optional<Authenticated> valid(@Nullable Known found, Instant now) {
        return Optional.ofNullable(found)
                .filter(token -> token.expiresAt().isAfter(now))
                .map(Known::who);
    }

    /** Forgets one token on this node. Waits for a look-up of it that is under way, so none survives its revocation. */
    void forget(TokenHash hash) {
        known.invalidate(hash);
    }

    /** Forgets all tokens of a person on this node: suspended, erased, or in other roles from now on. */
    void forgetPerson(UUID userId) {
        known.asMap().values().removeIf(found -> found.who().userId().equals(userId));
    }

    /** Nobody is known yet, so the look-up crosses people. */
    private @Nullable Known lookUp(String token, TokenHash hash, Instant now) {
        if (OpaqueToken.Kind.ACCESS.matches(token)) {
            return database.readAsJob(tx -> sessions.usable(tx, hash, now))
                    .map(AccessTokens::known)
                    .orElse(null);
        }
        if (OpaqueToken.Kind.API.matches(token)) {
            return database.asJob(tx -> apiTokens.usable(tx, hash, now).map(found -> used(tx, found, now)))
                    .map(AccessTokens::known)
                    .orElse(null);
        }
        return issuer.identity(token)
                .flatMap(identity -> external.account(identity).map(person -> known(person, identity, token)))
                .orElse(null);
    }

    private static Known known(ExternalPeople.Account person, ExternalIdentity identity, String token) {
        var credential = UUID.nameUUIDFromBytes(TokenHash.of(token).bytes());
        var who = new Authenticated(person.id(), person.roles(), scopesOf(person.roles()), credential);
        return new Known(who, identity.expiresAt());
    }

    /** The last day of use tells its owner which token is forgotten somewhere; a write a day, not one a request. */
    private ApiTokenStore.Usable used(Handle tx, ApiTokenStore.Usable token, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!today.equals(token.lastUsedOn())) {
            apiTokens.used(tx, token, today);
        }
        return token;
    }

    /** A token keeps no scope its person has lost with a role. */
    private static Known known(ApiTokenStore.Usable token) {
        var scopes = scopesOf(token.roles());
        scopes.retainAll(token.scopes());
        var who = new Authenticated(token.userId(), token.roles(), scopes, token.id());
        return new Known(who, Objects.requireNonNullElse(token.expiresAt(), Instant.MAX));
    }

    private static Known known(SessionStore.Usable session) {
        var who = new Authenticated(session.userId(), session.roles(), scopesOf(session.roles()), session.id());
        return new Known(who, session.expiresAt());
    }

    /** Everything a person in these roles may be given. */
    static Set<Scope> scopesOf(Set<Role> roles) {
        var scopes = EnumSet.of(Scope.READ, Scope.WRITE, Scope.ACCOUNT);
        if (roles.contains(Role.REVIEWER)) {
            scopes.add(Scope.REVIEW);
        }
        if (roles.contains(Role.TRAINER)) {
            scopes.add(Scope.TEACH);
        }
        if (roles.contains(Role.ADMIN)) {
            scopes.add(Scope.OPERATE);
        }
        return scopes;
    }
}
