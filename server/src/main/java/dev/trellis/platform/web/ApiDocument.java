package dev.trellis.platform.web;

import dev.trellis.platform.web.Endpoints.Endpoint;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Completes the OpenAPI document with what every endpoint shares: the bearer token, the idempotency key of writes, the
 * entity tag of reads, and the problems they may answer with. Done while building, so that serving it costs nothing.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    /** Marks an enumeration of codes; nobody sees it in the document. */
    private static final String CODES = "x-codes";

    private static final String TOKEN = "access_token";

    private final Endpoints endpoints;

    public ApiDocument(IndexView index) {
        this.endpoints = new Endpoints(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        document.setComponents(components);
        components.addSecurityScheme(
                TOKEN,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("The access token of a log-in, or an API token."));
        DocumentedProblems.addTo(components);
        document.getPaths().getPathItems().forEach(this::complete);
    }

    /** Enumerations are lower case in JSON ({@link JsonRules}); what knows only their constants has to be told. */
    @Override
    public Schema filterSchema(Schema schema) {
        var constants = schema.getEnumeration();
        if (constants != null && !isOfCodes(schema)) {
            schema.setEnumeration(
                    constants.stream().<Object>map(ApiDocument::wire).toList());
        }
        return schema;
    }

    /** Whether they are codes, which are written as they are. */
    private static boolean isOfCodes(Schema schema) {
        var extensions = schema.getExtensions();
        boolean codes = extensions != null && extensions.containsKey(CODES);
        schema.removeExtension(CODES);
        return codes;
    }

    /** A single letter is a grade, and those are capital in JSON as in print. */
    private static Object wire(Object constant) {
        return constant instanceof String text && text.length() > 1 ? text.toLowerCase(Locale.ROOT) : constant;
    }

    private void complete(String path, PathItem item) {
        for (Map.Entry<PathItem.HttpMethod, Operation> operation :
                item.getOperations().entrySet()) {
            var method = operation.getKey().name();
            endpoints
                    .at(method, path)
                    .ifPresent(endpoint -> complete(path, method.equals("GET"), operation.getValue(), endpoint));
        }
    }

    private static void complete(String path, boolean read, Operation operation, Endpoint endpoint) {
        operation.setOperationId(endpoint.operationId());
        if (endpoint.role() != null) {
            operation.setDescription(sentence(operation.getDescription()) + "Needs the role " + endpoint.role() + ".");
        }
        if (endpoint.open()) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN, List.of())));
            if (!read) {
                operation.addParameter(idempotencyKey());
            }
        }
        describeAnswers(operation);
        if (read) {
            addConditions(operation);
        }
        DocumentedProblems.addTo(operation, new DocumentedProblems.Traits(read, endpoint.open(), path.contains("{")));
    }

    /** A response must say something, even where an endpoint only named its schema. */
    private static void describeAnswers(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getRef() == null && sentence(response.getDescription()).isEmpty()) {
                var known = Response.Status.fromStatusCode(Integer.parseInt(status));
                response.setDescription(known == null ? status : known.getReasonPhrase());
            }
        });
    }

    private static String sentence(@Nullable String description) {
        return description == null || description.isBlank() ? "" : description.strip() + " ";
    }

    private static Parameter idempotencyKey() {
        return header(
                        Once.HEADER,
                        "Repeating the request with the same key gives the first answer and changes nothing.")
                .schema(OASFactory.createSchema()
                        .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(Once.LONGEST_KEY));
    }

    private static void addConditions(Operation operation) {
        operation.addParameter(header("If-None-Match", "The ETag of the answer one has; 304 when it is still the same.")
                .schema(text()));
        var success = operation.getResponses().getAPIResponse("200");
        if (success != null) {
            success.addHeader(
                    "ETag",
                    OASFactory.createHeader()
                            .description("Identifies these very bytes.")
                            .schema(text()));
        }
        operation
                .getResponses()
                .addAPIResponse("304", OASFactory.createAPIResponse().description("It is still the same."));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .in(In.HEADER)
                .name(name)
                .required(false)
                .description(description);
    }

    private static org.eclipse.microprofile.openapi.models.media.Schema text() {
        return OASFactory.createSchema()
                .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING);
    }
}
