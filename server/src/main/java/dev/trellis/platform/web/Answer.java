package dev.trellis.platform.web;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a write answers: a status, a body, and where the new thing is.
 *
 * @param repeated the body that is kept for a repeat of the request; differs from {@code body} only by its secrets
 */
public record Answer(
        int status,
        @Nullable Object body,
        @Nullable Object repeated,
        @Nullable String location) {
    /** 200 with a body. */
    public static Answer ok(Object body) {
        return new Answer(200, body, body, null);
    }

    /** 201 with the new thing and its address. */
    public static Answer created(String location, Object body) {
        return new Answer(201, body, body, location);
    }

    /** 201 with a secret that is shown this once: what is kept for a repeat must not hold it. */
    public static Answer createdWithSecret(String location, Object body, Object withoutSecret) {
        return new Answer(201, body, withoutSecret, location);
    }

    /** 202: it will be done, and where to see whether it was is in the body. */
    public static Answer accepted(Object body) {
        return new Answer(202, body, body, null);
    }

    /** 303: the work is done, look there. */
    public static Answer leadingTo(String location) {
        return new Answer(303, null, null, location);
    }

    /** 204. */
    public static Answer done() {
        return new Answer(204, null, null, null);
    }

    Response response() {
        var response = Response.status(status).entity(body);
        if (location != null) {
            response.location(URI.create(location));
        }
        return response.build();
    }
}
