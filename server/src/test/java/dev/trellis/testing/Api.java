package dev.trellis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Talks to the running server through its front door, as one person or as nobody. */
public final class Api {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final Map<String, String> headers;

    private Api(URI server, Map<String, String> headers) {
        this.server = server;
        this.headers = headers;
    }

    /** Nobody, at this server. */
    public static Api at(URI server) {
        return new Api(server, Map.of());
    }

    /** The same server, with this access token. */
    public Api with(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** The same person with a token that outlives a log-in of ten minutes, for reading, writing and what these scopes allow. */
    public Api lasting(String... moreScopes) {
        var scopes =
                Stream.concat(Stream.of("read", "write"), Stream.of(moreScopes)).toList();
        var made = post("/me/tokens", Map.of("name", "for long", "scopes", scopes));
        if (made.status() != 201) {
            throw new AssertionError("no token: " + made.text());
        }
        return with(made.text("/token"));
    }

    /** The same caller, with one more header on every request. */
    public Api header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Api(server, more);
    }

    /** An answer: its status, headers and JSON body. */
    public record Answer(int status, Map<String, java.util.List<String>> headers, JsonNode body, String text) {
        /** The value at a JSON pointer, as text. */
        public String text(String pointer) {
            return body.at(pointer).asText();
        }

        /** The id of what was created. */
        public UUID id() {
            return UUID.fromString(text("/id"));
        }

        /** The slug of the problem, or an empty text when it is none. */
        public String problem() {
            return body.path("type").asText().replaceFirst("^/problems/", "");
        }

        /** The first value of a header, or an empty text. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends text as it is when the body is a string, anything else as JSON, nothing when it is null. */
    public Answer send(String method, String path, Object body) {
        try {
            var request = HttpRequest.newBuilder(server.resolve(path));
            headers.forEach(request::header);
            if (body == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json");
                request.method(
                        method,
                        BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body)));
            }
            return answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body of a read as it is; fails when the answer is not 200. */
    public byte[] download(String path) {
        try {
            var request = HttpRequest.newBuilder(server.resolve(path));
            headers.forEach(request::header);
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends exactly these bytes, with these headers in place of the caller's own of the same name. */
    public Answer send(String method, String path, Map<String, String> replaced, byte[] body) {
        try {
            var request = HttpRequest.newBuilder(server.resolve(path));
            request.version(HttpClient.Version.HTTP_1_1);
            headers.forEach(request::setHeader);
            replaced.forEach(request::setHeader);
            request.method(method, BodyPublishers.ofByteArray(body));
            return answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(HttpResponse<String> response) throws IOException {
        var isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
        var body = isJson && !response.body().isEmpty() ? JSON.readTree(response.body()) : MissingNode.getInstance();
        return new Answer(response.statusCode(), response.headers().map(), body, response.body());
    }
}
