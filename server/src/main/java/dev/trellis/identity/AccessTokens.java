package dev.trellis.identity;

import static java.util.stream.Collectors.toMap;

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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Checks the token of every request, mostly without asking the database: what was found is remembered for
 * {@link #MEMORY}, and what is in use is asked for again, all at once, before that ends ({@link #askAgain}). A revocation made
 * on this node is felt at once, one made on another node when the memory ends at the latest.
 */
@ApplicationScoped
public class AccessTokens implements TokenVerifier {
    static final Duration MEMORY = Duration.ofSeconds(15);
    /** So old must an answer be to be asked for again; what is left of {@link #MEMORY} is for trying more than once. */
    static final Duration FRESH = Duration.ofSeconds(10);

    /** So many go into one statement, which then takes some ten milliseconds. */
    private static final int ASKED_AT_ONCE = 1000;

    /** What was found when a token was last asked for; each answer is an object of its own. */
    private static final class Known {
        /** Missing for tokens of another issuer, of which the database knows nothing. */
        private final OpaqueToken.@Nullable Kind kind;

        private final Authenticated who;
        private final Instant expiresAt;
        private volatile boolean used;

        Known(OpaqueToken.@Nullable Kind kind, Authenticated who, Instant expiresAt) {
            this.kind = kind;
            this.who = who;
            this.expiresAt = expiresAt;
        }
    }

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
        // Without a largest size, for which each use would be written down: only tokens that hold are kept, no longer
        // than MEMORY unless they are used.
        this.known =
                Caffeine.newBuilder().expireAfterWrite(MEMORY).ticker(ticker).build();
    }

    @Override
    public Optional<Authenticated> verify(String token) {
        var now = clock.instant();
        var hash = TokenHash.of(token);
        var found = used(known.getIfPresent(hash));
        return valid(found != null ? found : known.get(hash, asked -> lookUp(token, asked, now)), now);
    }

    @Override
    public Optional<Authenticated> remembered(String token) {
        return valid(used(known.getIfPresent(TokenHash.of(token))), clock.instant());
    }

    private static Optional<Authenticated> valid(@Nullable Known found, Instant now) {
        return Optional.ofNullable(found)
                .filter(token -> token.expiresAt.isAfter(now))
                .map(token -> token.who);
    }

    private static @Nullable Known used(@Nullable Known found) {
        // Most requests find it used already, and write nothing that other processors would have to read anew.
        if (found != null && !found.used) {
            found.used = true;
        }
        return found;
    }

    /**
     * Asks again for all tokens whose answer is no longer {@link #FRESH} and was used. Nobody waits for that, and a thousand of
     * them cost what a dozen cost one by one; without it everybody's token would have to be looked up every {@link #MEMORY}.
     */
    void askAgain() {
        var inUse = new EnumMap<OpaqueToken.Kind, Map<TokenHash, Known>>(OpaqueToken.Kind.class);
        known.asMap().forEach((hash, found) -> {
            if (found.used && found.kind != null && age(hash).compareTo(FRESH) >= 0) {
                inUse.computeIfAbsent(found.kind, _ -> new HashMap<>()).put(hash, found);
            }
        });
        inUse.forEach((kind, tokens) -> tokens.keySet().stream()
                .gather(Gatherers.windowFixed(ASKED_AT_ONCE))
                .forEach(some -> askAgain(kind, some, tokens)));
    }

    private Duration age(TokenHash hash) {
        return known.policy()
                .expireAfterWrite()
                .flatMap(memory -> memory.ageOf(hash))
                .orElse(Duration.ZERO);
    }

    private void askAgain(OpaqueToken.Kind kind, List<TokenHash> some, Map<TokenHash, Known> before) {
        var now = live(kind, some, clock.instant());
        for (var hash : some) {
            // What was forgotten or found anew meanwhile is newer than this answer.
            known.asMap().computeIfPresent(hash, (_, current) -> current == before.get(hash) ? now.get(hash) : current);
        }
    }

    /** Forgets one token on this node. Waits for a look-up of it that is under way, so none survives its revocation. */
    void forget(TokenHash hash) {
        known.invalidate(hash);
    }

    /** Forgets all tokens of a person on this node: suspended, erased, or in other roles from now on. */
    void forgetPerson(UUID userId) {
        // One by one, each against being asked for again in the same moment.
        known.asMap()
                .keySet()
                .forEach(hash -> known.asMap()
                        .computeIfPresent(hash, (_, found) -> found.who.userId().equals(userId) ? null : found));
    }

    private @Nullable Known lookUp(String token, TokenHash hash, Instant now) {
        var kind = OpaqueToken.Kind.of(token);
        if (kind.isPresent()) {
            return live(kind.get(), List.of(hash), now).get(hash);
        }
        return issuer.identity(token)
                .flatMap(identity -> external.account(identity).map(person -> known(person, identity, token)))
                .orElse(null);
    }

    /** Those of these tokens that may be used. Nobody is known yet, so the look-up crosses people. */
    private Map<TokenHash, Known> live(OpaqueToken.Kind kind, List<TokenHash> hashes, Instant now) {
        return switch (kind) {
            case ACCESS ->
                database.readAsJob(tx -> sessions.usable(tx, hashes, now)).stream()
                        .collect(toMap(session -> new TokenHash(session.hash()), AccessTokens::known));
            case API ->
                database.asJob(tx -> apiTokens.usable(tx, hashes, now).stream()
                        .map(token -> used(tx, token, now))
                        .collect(toMap(token -> new TokenHash(token.hash()), AccessTokens::known)));
            case REFRESH, CLAIM -> Map.of();
        };
    }

    private static Known known(ExternalPeople.Account person, ExternalIdentity identity, String token) {
        var credential = UUID.nameUUIDFromBytes(TokenHash.of(token).bytes());
        var who = new Authenticated(person.id(), person.roles(), scopesOf(person.roles()), credential);
        return new Known(null, who, identity.expiresAt());
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
        return new Known(OpaqueToken.Kind.API, who, Objects.requireNonNullElse(token.expiresAt(), Instant.MAX));
    }

    private static Known known(SessionStore.Usable session) {
        var who = new Authenticated(session.userId(), session.roles(), scopesOf(session.roles()), session.id());
        return new Known(OpaqueToken.Kind.ACCESS, who, session.expiresAt());
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
