package dev.trellis.fuzz;

import dev.trellis.testing.Api;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request that ought to be refused, or at least survived. */
record Attempt(String what, String method, String path, Map<String, String> headers, byte[] body) {
    static final String JSON = "application/json";

    Attempt(String what, String method, String path, byte[] body) {
        this(what, method, path, body.length == 0 ? Map.of() : Map.of("Content-Type", JSON), body);
    }

    Attempt with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Attempt(what + " with " + header, method, path, more, body);
    }

    Api.Answer sendAs(Api person) {
        return person.send(method, path, headers, body);
    }

    @Override
    public String toString() {
        var shown = what + ": " + method + " " + path;
        return shown.length() > 300 ? shown.substring(0, 300) + "..." : shown;
    }
}
