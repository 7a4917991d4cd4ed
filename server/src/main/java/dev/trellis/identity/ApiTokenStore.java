package dev.trellis.identity;

import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** API tokens in the database: only as hashes. */
@ApplicationScoped
class ApiTokenStore {
    record Usable(
            String hash,
            UUID userId,
            UUID id,
            Set<Role> roles,
            Set<Scope> scopes,
            @Nullable Instant expiresAt,
            @Nullable LocalDate lastUsedOn) {}

    ApiToken insert(Handle tx, UUID userId, NewApiToken wanted, TokenHash hash, Instant now) {
        return tx.createQuery("""
                        insert into api_tokens (user_id, name, token_hash, scopes, expires_at, created_at)
                        values (:user, :name, :hash, :scopes, :expiresAt, :now)
                        returning id, name, scopes, expires_at, last_used_on, created_at, cast(null as text) as token
                        """)
                .bind("user", userId)
                .bind("name", wanted.name().strip())
                .bind("hash", hash.bytes())
                .bindArray(
                        "scopes",
                        String.class,
                        wanted.scopes().stream().map(Scope::wire).sorted().toList())
                .bind("expiresAt", wanted.expiresAt())
                .bind("now", now)
                .mapTo(ApiToken.class)
                .one();
    }

    List<ApiToken> list(Handle tx, UUID userId, PageRequest page) {
        return tx.createQuery("""
                        select id, name, scopes, expires_at, last_used_on, created_at, cast(null as text) as token
                          from api_tokens
                         where user_id = :user and revoked_at is null
                           and (cast(:after as uuid) is null or id < :after)
                         order by id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(ApiToken.class)
                .list();
    }

    /** The hash that is void now, or nothing when there is no such live token. */
    Optional<TokenHash> revoke(Handle tx, UUID userId, UUID id, Instant now) {
        return tx.createQuery("""
                        update api_tokens set revoked_at = :now
                         where user_id = :user and id = :id and revoked_at is null
                        returning encode(token_hash, 'hex')
                        """)
                .bind("now", now)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(TokenHash::new);
    }

    /** Those of the tokens with these hashes that are live, of people who may log in. */
    List<Usable> usable(Handle tx, Collection<TokenHash> hashes, Instant now) {
        return tx.createQuery("""
                        select asked.hash, t.user_id, t.id, u.roles, t.scopes, t.expires_at, t.last_used_on
                          from unnest(:hashes) as asked (hash)
                          join api_tokens t on t.token_hash = decode(asked.hash, 'hex')
                          join users u on u.id = t.user_id
                         where t.revoked_at is null and (t.expires_at is null or t.expires_at > :now)
                           and u.status = 'active'
                        """)
                .bindArray("hashes", String.class, TokenHash.hex(hashes))
                .bind("now", now)
                .mapTo(Usable.class)
                .list();
    }

    void used(Handle tx, Usable token, LocalDate day) {
        tx.createUpdate("update api_tokens set last_used_on = :day where user_id = :user and id = :id")
                .bind("day", day)
                .bind("user", token.userId())
                .bind("id", token.id())
                .execute();
    }
}
