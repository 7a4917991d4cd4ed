package dev.trellis.identity;

import dev.trellis.identity.RefreshOutcome.JustRefreshed;
import dev.trellis.identity.RefreshOutcome.RefreshElsewhere;
import dev.trellis.identity.RefreshOutcome.RefreshRefused;
import dev.trellis.identity.RefreshOutcome.Refreshed;
import dev.trellis.identity.RefreshOutcome.TokenReused;
import dev.trellis.identity.SessionStore.Pair;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Log-ins: opened, kept alive by exchanging tokens, and ended. */
@ApplicationScoped
public class Sessions {
    /** Two tabs of one browser may exchange the same token within this time without being taken for a thief. */
    private static final Duration RACE = Duration.ofSeconds(10);

    private final Database database;
    private final SessionStore store;
    private final AccessTokens accessTokens;
    private final OpenIdIssuer issuer;
    private final InstantSource clock;
    private final Duration accessLife;
    private final Duration refreshLife;
    private final Duration browserLife;

    Sessions(
            Database database,
            SessionStore store,
            AccessTokens accessTokens,
            OpenIdIssuer issuer,
            InstantSource clock,
            @ConfigProperty(name = "trellis.session.access-life", defaultValue = "10m") Duration accessLife,
            @ConfigProperty(name = "trellis.session.refresh-life", defaultValue = "30d") Duration refreshLife,
            @ConfigProperty(name = "trellis.session.browser-life", defaultValue = "14d") Duration browserLife) {
        this.database = database;
        this.store = store;
        this.accessTokens = accessTokens;
        this.issuer = issuer;
        this.clock = clock;
        this.accessLife = accessLife;
        this.refreshLife = refreshLife;
        this.browserLife = browserLife;
    }

    /** Logs a person in whose identity somebody has just made sure of. */
    IssuedTokens open(Handle tx, UUID userId, Client client) {
        var now = clock.instant();
        var pair = client.browser() ? Pair.forBrowser(now, browserLife) : Pair.random(now, accessLife, refreshLife);
        var life = client.browser() ? browserLife : accessLife;
        return issued(userId, store.open(tx, userId, pair, client.device(), client.browser(), now), pair, life);
    }

    /** Exchanges a refresh token for the next pair. A token shown again later was stolen: the session ends. */
    public RefreshOutcome refresh(String refreshToken) {
        if (issuer.address().isPresent()) {
            return new RefreshElsewhere(issuer.address().get());
        }
        var presented = TokenHash.of(refreshToken);
        var now = clock.instant();
        var next = Pair.random(now, accessLife, refreshLife);
        return database.asJob(tx -> store.rotate(tx, presented, next, now)
                .<RefreshOutcome>map(rotated -> {
                    tx.afterCommit(() -> accessTokens.forget(new TokenHash(rotated.voidedAccess())));
                    return new Refreshed(issued(rotated.userId(), rotated.id(), next, accessLife));
                })
                .orElseGet(() -> overtaken(tx, presented, now)));
    }

    private RefreshOutcome overtaken(Handle tx, TokenHash presented, Instant now) {
        var session = store.overtaken(tx, presented).orElse(null);
        if (session == null) {
            return new RefreshRefused();
        }
        if (session.rotatedAt().plus(RACE).isAfter(now)) {
            return new JustRefreshed();
        }
        revoke(tx, session.userId(), session.id());
        return new TokenReused();
    }

    /** The person's live sessions, newest first. */
    public Page<Session> list(Actor actor, PageRequest page) {
        var rows = database.as(actor, tx -> store.list(tx, actor.userId(), page, clock.instant()));
        return Page.of(rows, page, session -> new Cursor(session.id()));
    }

    /** Ends one of the person's sessions; false when there is no such live one. */
    public boolean end(Actor actor, UUID sessionId) {
        return database.as(actor, tx -> revoke(tx, actor.userId(), sessionId));
    }

    /** Ends all of the person's sessions, this one included. */
    public void endAll(Actor actor) {
        database.run(actor, tx -> {
            var voided = store.revokeAll(tx, actor.userId(), clock.instant());
            tx.afterCommit(() -> voided.forEach(accessTokens::forget));
        });
    }

    private boolean revoke(Handle tx, UUID userId, UUID sessionId) {
        var voided = store.revoke(tx, userId, sessionId, clock.instant());
        voided.ifPresent(hash -> tx.afterCommit(() -> accessTokens.forget(hash)));
        return voided.isPresent();
    }

    private static IssuedTokens issued(UUID userId, UUID sessionId, Pair pair, Duration accessLife) {
        return new IssuedTokens(
                userId,
                sessionId,
                "Bearer",
                pair.access().value(),
                accessLife.toSeconds(),
                pair.refresh().value(),
                pair.expiresAt());
    }
}
