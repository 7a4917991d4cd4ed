package dev.trellis.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the API document says can be called. */
final class ApiOperations {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;

    ApiOperations(JsonNode document) {
        this.document = document;
    }

    /** One operation; {@code body} is missing when it takes none. */
    record ApiOperation(String method, String path, List<JsonNode> parameters, JsonNode body, boolean open) {
        /** Its parameters in the path, the query or the headers. */
        List<JsonNode> in(String place) {
            return parameters.stream()
                    .filter(parameter -> parameter.at("/in").asText().equals(place))
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<ApiOperation> all() {
        var operations = new ArrayList<ApiOperation>();
        document.at("/paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.add(new ApiOperation(
                        entry.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        list(entry.getValue().at("/parameters")),
                        resolve(entry.getValue().at("/requestBody/content/application~1json/schema")),
                        entry.getValue().at("/security").isEmpty()))));
        return operations;
    }

    /** The schema itself, where it is only referred to. */
    JsonNode resolve(JsonNode schema) {
        var reference = schema.at("/$ref").asText();
        if (!reference.isEmpty()) {
            return resolve(document.at(reference.substring(1)));
        }
        for (var combination : List.of("/anyOf", "/oneOf", "/allOf")) {
            for (var option : schema.at(combination)) {
                if (!option.at("/type").asText().equals("null")) {
                    return resolve(option);
                }
            }
        }
        return schema;
    }

    private static List<JsonNode> list(JsonNode array) {
        var nodes = new ArrayList<JsonNode>();
        array.forEach(nodes::add);
        return nodes;
    }
}
