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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private final InstantSource clock;
    private final Cache<TokenHash, Known> known;

    @Inject
    AccessTokens(Database database, SessionStore sessions, InstantSource clock) {
        this(database, sessions, clock, Ticker.systemTicker());
    }

    AccessTokens(Database database, SessionStore sessions, InstantSource clock, Ticker ticker) {
        this.database = database;
        this.sessions = sessions;
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
        return Optional.ofNullable(known.get(TokenHash.of(token), hash -> lookUp(token, hash, now)))
                .filter(found -> found.expiresAt().isAfter(now))
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
            return database.asJob(tx -> sessions.usable(tx, hash, now))
                    .map(this::known)
                    .orElse(null);
        }
        return null;
    }

    private Known known(SessionStore.Usable session) {
        var who = new Authenticated(session.userId(), session.roles(), scopesOf(session.roles()), session.id());
        return new Known(who, session.expiresAt());
    }

    /** Everything a person in these roles may be given. */
    static Set<Scope> scopesOf(Set<Role> roles) {
        var scopes = EnumSet.of(Scope.READ, Scope.WRITE, Scope.ACCOUNT);
        if (roles.contains(Role.REVIEWER)) {
            scopes.add(Scope.REVIEW);
        }
        if (roles.contains(Role.ADMIN)) {
            scopes.add(Scope.OPERATE);
        }
        return scopes;
    }
}
