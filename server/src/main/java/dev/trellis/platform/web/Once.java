package dev.trellis.platform.web;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Json;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Every write of a logged-in person goes through here. With an {@code Idempotency-Key}, the key, the write and its
 * answer commit together: of a hundred callers with one key one does the work, the others wait and get its answer; a
 * crash leaves neither the work nor the key. A refused request leaves no key, so it may be corrected and sent again.
 */
@ApplicationScoped
public class Once {
    public static final String HEADER = "Idempotency-Key";
    static final int LONGEST_KEY = 200;
    private static final int LONGEST_NUMBER = 100;

    private final Database database;
    private final Json json;
    private final CurrentVertxRequest current;

    public Once(Database database, Json json, CurrentVertxRequest current) {
        this.database = database;
        this.json = json;
        this.current = current;
    }

    private record Stored(
            byte[] requestHash,
            int status,
            @Nullable String body,
            @Nullable String location) {}

    /** Does the work, or answers what it answered the first time. */
    public Response answer(Actor actor, @Nullable Object body, Supplier<Answer> work) {
        var key = current.getCurrent().request().getHeader(HEADER);
        if (key == null) {
            return work.get().response();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.invalid("/header/" + HEADER, "The key has 1 to " + LONGEST_KEY + " characters.");
        }
        return answer(actor, key, hash(body), work);
    }

    /**
     * As {@link #answer}, for a form with a number of its own: sent twice as it is, it is done once; changed and sent again
     * from the same page, it is another request.
     *
     * @param number the form's own number; empty when it has none
     */
    public Response form(Actor actor, String number, Map<String, List<String>> fields, Supplier<Answer> work) {
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            return work.get().response();
        }
        var hash = hash(fields);
        return answer(actor, "form " + number + " " + HexFormat.of().formatHex(hash), hash, work);
    }

    private Response answer(Actor actor, String key, byte[] hash, Supplier<Answer> work) {
        return database.as(
                actor,
                tx -> claim(tx, actor, key, hash) ? perform(tx, actor, key, work) : repeat(tx, actor, key, hash));
    }

    private Response perform(Handle tx, Actor actor, String key, Supplier<Answer> work) {
        var answer = work.get();
        tx.createUpdate("""
                        update idempotency_keys set status = :status, body = :body, location = :location
                         where user_id = :user and key = :key
                        """)
                .bind("status", answer.status())
                .bind("body", answer.repeated() == null ? null : json.write(answer.repeated()))
                .bind("location", answer.location())
                .bind("user", actor.userId())
                .bind("key", key)
                .execute();
        return answer.response();
    }

    private Response repeat(Handle tx, Actor actor, String key, byte[] hash) {
        var stored = tx.createQuery("""
                        select request_hash, status, body, location
                          from idempotency_keys
                         where user_id = :user and key = :key
                        """)
                .bind("user", actor.userId())
                .bind("key", key)
                .mapTo(Stored.class)
                .one();
        if (!MessageDigest.isEqual(stored.requestHash(), hash)) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED, "This key was used for another request; take a new one.");
        }
        var response = Response.status(stored.status()).header("Idempotency-Replayed", "true");
        if (stored.body() != null) {
            response.entity(stored.body()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        if (stored.location() != null) {
            response.location(URI.create(stored.location()));
        }
        return response.build();
    }

    /** True for the first; a racing second waits here for the first to commit or to roll back. */
    private static boolean claim(Handle tx, Actor actor, String key, byte[] hash) {
        return tx.createUpdate("""
                                insert into idempotency_keys (user_id, key, request_hash)
                                values (:user, :key, :hash)
                                    on conflict do nothing
                                """)
                        .bind("user", actor.userId())
                        .bind("key", key)
                        .bind("hash", hash)
                        .execute()
                == 1;
    }

    private byte[] hash(@Nullable Object body) {
        var request = current.getCurrent().request();
        var text = request.method() + " " + request.path() + "\n" + (body == null ? "" : json.write(body));
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
