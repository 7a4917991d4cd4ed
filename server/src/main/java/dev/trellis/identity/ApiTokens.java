package dev.trellis.identity;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/** Tokens a person makes for programs of their own, with fewer rights than the person has. */
@ApplicationScoped
public class ApiTokens {
    private final Database database;
    private final ApiTokenStore store;
    private final AccessTokens accessTokens;
    private final InstantSource clock;

    ApiTokens(Database database, ApiTokenStore store, AccessTokens accessTokens, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    /** Makes a token, whose secret is in this answer only; it cannot get a scope its maker does not have. */
    public ApiToken create(Actor actor, Set<Scope> own, NewApiToken wanted) {
        if (!own.containsAll(wanted.scopes())) {
            throw ProblemException.invalid("/scopes", "A token can only have scopes that you have yourself.");
        }
        var now = clock.instant();
        if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(now)) {
            throw ProblemException.invalid("/expires_at", "The token would have expired already.");
        }
        var secret = OpaqueToken.random(OpaqueToken.Kind.API);
        return database.as(
                actor,
                tx -> store.insert(tx, actor.userId(), wanted, secret.hash(), now)
                        .with(secret));
    }

    /** The person's live tokens, newest first, without their secrets. */
    public Page<ApiToken> list(Actor actor, PageRequest page) {
        var rows = database.as(actor, tx -> store.list(tx, actor.userId(), page));
        return Page.of(rows, page, token -> new Cursor(token.id()));
    }

    /** Revokes a token; false when there is no such live one. */
    public boolean revoke(Actor actor, UUID tokenId) {
        return database.as(actor, tx -> {
            var voided = store.revoke(tx, actor.userId(), tokenId, clock.instant());
            voided.ifPresent(hash -> tx.afterCommit(() -> accessTokens.forget(hash)));
            return voided.isPresent();
        });
    }
}
