package dev.trellis.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.trellis.platform.Database;
import dev.trellis.platform.web.BrowserSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Log-ins of browsers: one secret in a cookie, which lives on while it is used, and as a hash in the database. */
@ApplicationScoped
class BrowserLogIns implements BrowserSessions {
    /** A log-in in constant use is prolonged this often; more would be a write a request. */
    private static final Duration PROLONGED_EVERY = Duration.ofHours(1);

    private static final int REMEMBERED = 50_000;

    private final Database database;
    private final AccessTokens tokens;
    private final SessionStore store;
    private final InstantSource clock;
    private final Duration life;
    private final Cache<TokenHash, Boolean> prolonged = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(PROLONGED_EVERY)
            .build();

    BrowserLogIns(
            Database database,
            AccessTokens tokens,
            SessionStore store,
            InstantSource clock,
            @ConfigProperty(name = "trellis.session.browser-life", defaultValue = "14d") Duration life) {
        this.database = database;
        this.tokens = tokens;
        this.store = store;
        this.clock = clock;
        this.life = life;
    }

    @Override
    public Optional<Found> find(String secret) {
        if (!OpaqueToken.Kind.ACCESS.matches(secret)) {
            // An API token in a cookie would outlive every rule it was made under.
            return Optional.empty();
        }
        return tokens.verify(secret).map(who -> new Found(who, prolong(TokenHash.of(secret))));
    }

    private Optional<Duration> prolong(TokenHash hash) {
        if (prolonged.asMap().putIfAbsent(hash, true) != null) {
            return Optional.empty();
        }
        var now = clock.instant();
        var done = database.asJob(tx -> store.prolong(tx, hash, now.plus(life), now));
        if (done) {
            tokens.forget(hash);
        }
        return done ? Optional.of(life) : Optional.empty();
    }
}
