package dev.trellis.identity;

import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Log-ins in the database: tokens only as hashes. */
@ApplicationScoped
class SessionStore {
    /** A fresh pair of tokens and when each expires. */
    record Pair(OpaqueToken access, Instant accessExpiresAt, OpaqueToken refresh, Instant expiresAt) {
        /** For a browser, which exchanges nothing: one token that lives as long as it is used. */
        static Pair forBrowser(Instant now, Duration life) {
            return random(now, life, life);
        }

        static Pair random(Instant now, Duration accessLife, Duration refreshLife) {
            return new Pair(
                    OpaqueToken.random(OpaqueToken.Kind.ACCESS),
                    now.plus(accessLife),
                    OpaqueToken.random(OpaqueToken.Kind.REFRESH),
                    now.plus(refreshLife));
        }
    }

    record Rotated(UUID userId, UUID id, String voidedAccess) {}

    record Overtaken(UUID userId, UUID id, Instant rotatedAt) {}

    record Usable(String hash, UUID userId, UUID id, Set<Role> roles, Instant expiresAt) {}

    UUID open(Handle tx, UUID userId, Pair pair, String device, boolean browser, Instant now) {
        return tx.createQuery("""
                        insert into sessions (user_id, access_hash, access_expires_at, refresh_hash, rotated_at, expires_at,
                                              device, browser, created_at)
                        values (:user, :access, :accessExpiresAt, :refresh, :now, :expiresAt, :device, :browser, :now)
                        returning id
                        """)
                .bind("user", userId)
                .bind("access", pair.access().hash().bytes())
                .bind("accessExpiresAt", pair.accessExpiresAt())
                .bind("refresh", pair.refresh().hash().bytes())
                .bind("now", now)
                .bind("expiresAt", pair.expiresAt())
                .bind("device", device)
                .bind("browser", browser)
                .mapTo(UUID.class)
                .one();
    }

    /** Exchanges the tokens of the session whose current refresh token this is; of two racing callers one finds it. */
    Optional<Rotated> rotate(Handle tx, TokenHash presented, Pair next, Instant now) {
        return tx.createQuery("""
                        update sessions s
                           set previous_refresh_hash = s.refresh_hash, refresh_hash = :refresh, access_hash = :access,
                               access_expires_at = :accessExpiresAt, expires_at = :expiresAt, rotated_at = :now
                          from users u
                         where s.refresh_hash = :presented and s.revoked_at is null and s.expires_at > :now
                           and u.id = s.user_id and u.status = 'active'
                        returning s.user_id, s.id, encode(old.access_hash, 'hex') as voided_access
                        """)
                .bind("refresh", next.refresh().hash().bytes())
                .bind("access", next.access().hash().bytes())
                .bind("accessExpiresAt", next.accessExpiresAt())
                .bind("expiresAt", next.expiresAt())
                .bind("now", now)
                .bind("presented", presented.bytes())
                .mapTo(Rotated.class)
                .findOne();
    }

    /** The live session whose tokens were exchanged with this refresh token before. */
    Optional<Overtaken> overtaken(Handle tx, TokenHash presented) {
        return tx.createQuery("""
                        select user_id, id, rotated_at
                          from sessions
                         where previous_refresh_hash = :presented and revoked_at is null
                        """)
                .bind("presented", presented.bytes())
                .mapTo(Overtaken.class)
                .findOne();
    }

    /** The sessions behind those of these access tokens that are live, of people who may log in. */
    List<Usable> usable(Handle tx, Collection<TokenHash> access, Instant now) {
        return tx.createQuery("""
                        select asked.hash, s.user_id, s.id, u.roles, least(s.access_expires_at, s.expires_at) as expires_at
                          from unnest(:access) as asked (hash)
                          join sessions s on s.access_hash = decode(asked.hash, 'hex')
                          join users u on u.id = s.user_id
                         where s.revoked_at is null and s.access_expires_at > :now and s.expires_at > :now
                           and u.status = 'active'
                        """)
                .bindArray("access", String.class, TokenHash.hex(access))
                .bind("now", now)
                .mapTo(Usable.class)
                .list();
    }

    /** Lets the live log-in of a browser last longer; false when there is none. */
    boolean prolong(Handle tx, TokenHash access, Instant until, Instant now) {
        return tx.createUpdate("""
                                update sessions
                                   set access_expires_at = :until, expires_at = :until, rotated_at = :now
                                 where access_hash = :access and browser and revoked_at is null and expires_at > :now
                                """)
                        .bind("until", until)
                        .bind("now", now)
                        .bind("access", access.bytes())
                        .execute()
                == 1;
    }

    /** The hash of the access token that is void now, or nothing when there is no such live session. */
    Optional<TokenHash> revoke(Handle tx, UUID userId, UUID id, Instant now) {
        return tx.createQuery("""
                        update sessions set revoked_at = :now
                         where user_id = :user and id = :id and revoked_at is null
                        returning encode(access_hash, 'hex')
                        """)
                .bind("now", now)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(TokenHash::new);
    }

    /** The hashes of all access tokens that are void now. */
    List<TokenHash> revokeAll(Handle tx, UUID userId, Instant now) {
        return tx.createQuery("""
                        update sessions set revoked_at = :now
                         where user_id = :user and revoked_at is null
                        returning encode(access_hash, 'hex')
                        """)
                .bind("now", now)
                .bind("user", userId)
                .mapTo(String.class)
                .map(TokenHash::new)
                .list();
    }

    List<Session> list(Handle tx, UUID userId, PageRequest page, Instant now) {
        return tx.createQuery("""
                        select id, device, created_at, rotated_at as last_refreshed_at, expires_at
                          from sessions
                         where user_id = :user and revoked_at is null and expires_at > :now
                           and (cast(:after as uuid) is null or id < :after)
                         order by id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("now", now)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(Session.class)
                .list();
    }
}
