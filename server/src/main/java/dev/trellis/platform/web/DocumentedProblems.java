package dev.trellis.platform.web;

import dev.trellis.platform.ProblemType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The refusals in the OpenAPI document: one schema, one shared response a status. */
final class DocumentedProblems {
    private static final String SCHEMA = "Problem";
    private static final String FIELD = "ProblemField";

    private DocumentedProblems() {}

    /** What decides which problems an endpoint may answer with. */
    record Traits(boolean read, boolean open, boolean hasPathParameter) {}

    static void addTo(Components components) {
        components.addSchema(FIELD, fieldSchema());
        components.addSchema(SCHEMA, problemSchema());
        for (var status : List.of(400, 401, 403, 404, 409, 422, 429)) {
            components.addResponse(
                    name(status),
                    OASFactory.createAPIResponse()
                            .description(ProblemType.ofStatus(status).title())
                            .content(OASFactory.createContent()
                                    .addMediaType(
                                            Problems.MEDIA_TYPE,
                                            OASFactory.createMediaType().schema(reference(SCHEMA)))));
        }
    }

    static void addTo(Operation operation, Traits traits) {
        for (var status : statuses(operation, traits)) {
            var code = Integer.toString(status);
            if (!operation.getResponses().hasAPIResponse(code)) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                code, OASFactory.createAPIResponse().ref("#/components/responses/" + name(status)));
            }
        }
    }

    private static List<Integer> statuses(Operation operation, Traits traits) {
        var statuses = new ArrayList<>(List.of(422, 429));
        if (operation.getRequestBody() != null) {
            statuses.add(400);
        }
        if (!traits.open()) {
            statuses.addAll(List.of(401, 403));
        }
        if (traits.hasPathParameter()) {
            statuses.add(404);
        }
        if (!traits.read()) {
            statuses.add(409);
        }
        return statuses;
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    private static Schema problemSchema() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A refusal in the shape of RFC 9457.")
                .addProperty("type", text("The address of the page that explains it; its last part is stable."))
                .addProperty("title", text("What it is, the same for every occurrence."))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("A sentence one can act on."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(reference(FIELD)))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema fieldSchema() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A bad field.")
                .addProperty(
                        "pointer", text("A JSON pointer into the body, or /query/, /path/ or /header/ and a name."))
                .addProperty("detail", text("What is wrong with it."))
                .required(List.of("pointer", "detail"));
    }

    private static Schema reference(String schema) {
        return OASFactory.createSchema().ref("#/components/schemas/" + schema);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
