package dev.trellis.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.UUID;

/** A value that a schema allows, so that a bad one beside it is the only thing wrong with a request. */
final class PlausibleValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 4;

    /** Fields whose values the server knows by a list that the schema does not repeat. */
    private static final Map<String, JsonNode> KNOWN = Map.of(
            "category", JSON.textNode("sleep"),
            "time_zone", JSON.textNode("Europe/Madrid"),
            "contraindication_tags", JSON.arrayNode());

    private final ApiOperations operations;
    private final UUID known;

    PlausibleValues(ApiOperations operations, UUID known) {
        this.operations = operations;
        this.known = known;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode given, int depth) {
        var schema = operations.resolve(given);
        if (schema.has("enum")) {
            return schema.at("/enum/0");
        }
        if (schema.has("examples")) {
            return schema.at("/examples/0");
        }
        return switch (type(schema)) {
            case "integer", "number" -> JSON.numberNode(schema.at("/minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> {
                var array = JSON.arrayNode();
                if (depth < DEEPEST) {
                    array.add(of(schema.at("/items"), depth + 1));
                }
                yield array;
            }
            case "object" -> {
                var object = JSON.objectNode();
                if (depth < DEEPEST) {
                    schema.at("/properties")
                            .properties()
                            .forEach(property -> object.set(property.getKey(), field(property, depth)));
                }
                yield object;
            }
            default -> JSON.textNode(text(schema));
        };
    }

    private JsonNode field(Map.Entry<String, JsonNode> property, int depth) {
        var known = KNOWN.get(property.getKey());
        return known == null ? of(property.getValue(), depth + 1) : known.deepCopy();
    }

    private String text(JsonNode schema) {
        return switch (schema.at("/format").asText()) {
            case "uuid" -> known.toString();
            case "date" -> "2026-11-16";
            case "date-time" -> "2026-11-16T08:30:00Z";
            case "time", "local-time" -> "08:30";
            default -> "plausible".repeat(1 + schema.at("/minLength").asInt(1) / 9);
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.at("/type");
        if (type.isArray()) {
            for (var one : type) {
                if (!one.asText().equals("null")) {
                    return one.asText();
                }
            }
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }
}
