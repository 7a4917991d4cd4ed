package dev.trellis.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trellis.fuzz.ApiOperations.ApiOperation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Everything that is tried on one operation. */
final class Attempts {
    private static final String PLACEHOLDER = "\u0001";

    private final ApiOperation operation;
    private final PlausibleValues plausible;
    private final RandomGenerator random;
    private final List<Attempt> attempts = new ArrayList<>();

    private Attempts(ApiOperation operation, PlausibleValues plausible, RandomGenerator random) {
        this.operation = operation;
        this.plausible = plausible;
        this.random = random;
    }

    static List<Attempt> on(ApiOperation operation, PlausibleValues plausible, RandomGenerator random) {
        var attempts = new Attempts(operation, plausible, random);
        attempts.badParameters();
        attempts.badHeaders();
        attempts.badBodies();
        attempts.badFields();
        attempts.attempts.add(new Attempt("plausible", operation.method(), attempts.path(Map.of()), attempts.body()));
        return attempts.attempts;
    }

    private void badParameters() {
        for (var parameter : operation.in("path")) {
            var name = parameter.at("/name").asText();
            for (var bad : BadValues.escaped(random)) {
                if (!bad.isEmpty()) {
                    add("path " + name, path(Map.of(name, bad)), body());
                }
            }
        }
        for (var parameter : operation.in("query")) {
            for (var bad : BadValues.escaped(random)) {
                var name = parameter.at("/name").asText();
                add("query " + name, path(Map.of()) + "?" + name + "=" + bad, body());
            }
        }
        add("unknown query", path(Map.of()) + "?no_such=1&no_such=2&&=", body());
    }

    private void badHeaders() {
        var good = new Attempt("header", operation.method(), path(Map.of()), body());
        attempts.add(good.with("Idempotency-Key", "k".repeat(10_000)));
        attempts.add(good.with("Idempotency-Key", "   "));
        attempts.add(good.with("Idempotency-Key", "' or 1=1 -- <b>"));
        attempts.add(good.with("Accept", "text/html"));
        attempts.add(good.with("Accept", "nonsense"));
        attempts.add(good.with("Accept-Language", "x".repeat(2_000)));
        attempts.add(good.with("If-None-Match", "\"".repeat(3_000)));
        attempts.add(good.with("If-Match", "\"nothing\""));
        attempts.add(good.with("Content-Encoding", "gzip"));
        attempts.add(good.with("Range", "bytes=-1--5"));
        attempts.add(good.with("Authorization", "Bearer " + "t".repeat(5_000)));
        attempts.add(good.with("Authorization", "Basic :::"));
        attempts.add(good.with("X-Forwarded-For", "' or 1=1"));
        attempts.add(good.with("X-HTTP-Method-Override", "DELETE"));
    }

    private void badBodies() {
        if (operation.body().isMissingNode()) {
            return;
        }
        for (var body : BadValues.bodies()) {
            add("body " + shown(body), path(Map.of()), body);
        }
        for (var type : List.of("text/plain", "application/xml", "multipart/form-data", "application/json; charset=utf-16",
                "application/json; charset=nonsense", "application/x-www-form-urlencoded", "nonsense")) {
            attempts.add(new Attempt(
                    "content type " + type, operation.method(), path(Map.of()), Map.of("Content-Type", type), body()));
        }
    }

    /** Every field of the body, at every depth, once with each bad value, and once missing. */
    private void badFields() {
        if (!(plausible.of(operation.body()) instanceof ObjectNode whole) || operation.body().isMissingNode()) {
            return;
        }
        fields(whole, whole);
        var more = whole.deepCopy();
        more.put("no_such_field", 1);
        add("one field more", path(Map.of()), bytes(more.toString()));
    }

    private void fields(ObjectNode whole, JsonNode node) {
        if (node.isArray()) {
            node.forEach(element -> fields(whole, element));
            return;
        }
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        for (var name : names(object)) {
            var good = object.get(name);
            object.put(name, PLACEHOLDER);
            var template = whole.toString();
            for (var bad : BadValues.json(random)) {
                add("field " + name + " = " + shown(bytes(bad)), path(Map.of()), bytes(replaced(template, bad)));
            }
            add("field " + name + " too deep", path(Map.of()), bytes(replaced(template, BadValues.deep())));
            object.remove(name);
            add("without field " + name, path(Map.of()), bytes(whole.toString()));
            object.set(name, good);
            fields(whole, good);
        }
    }

    private static String replaced(String template, String value) {
        return template.replace("\"\\u0001\"", value);
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void add(String what, String path, byte[] body) {
        attempts.add(new Attempt(what, operation.method(), path, body));
    }

    private byte[] body() {
        return operation.body().isMissingNode() ? new byte[0] : bytes(plausible.of(operation.body()).toString());
    }

    private String path(Map<String, String> bad) {
        var values = new HashMap<>(bad);
        var path = operation.path();
        for (var parameter : operation.in("path")) {
            var name = parameter.at("/name").asText();
            var value = values.getOrDefault(name, plausible.of(parameter.at("/schema")).asText());
            path = path.replace("{" + name + "}", value);
        }
        return path;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
