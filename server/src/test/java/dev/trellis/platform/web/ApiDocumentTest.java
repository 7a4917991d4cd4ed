package dev.trellis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ApiDocumentTest {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    @Inject
    Given given;

    private JsonNode document;

    /** Every operation by its method and path. */
    private final Map<String, JsonNode> operations = new TreeMap<>();

    @BeforeEach
    void read() throws IOException {
        document = new ObjectMapper()
                .readTree(given.nobody().get("/openapi?format=json").text());
        document.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                operations.put(operation.getKey() + " " + path.getKey(), operation.getValue())));
        assertThat(operations).isNotEmpty();
    }

    @Test
    void itIsOpenApi31WithEverythingTheSpecificationRequires() {
        assertThat(document.at("/openapi").asText()).startsWith("3.1.");
        assertThat(document.at("/info/title").asText()).isEqualTo("Trellis");
        assertThat(document.at("/info/version").asText()).isNotEmpty();
        operations.forEach((address, operation) -> {
            assertThat(operation.at("/responses").size()).as(address).isPositive();
            operation.at("/responses").properties().forEach(response -> {
                assertThat(response.getKey()).as(address).matches("[1-5]\\d\\d|default");
                assertThat(response.getValue().has("$ref")
                                || response.getValue().has("description"))
                        .as(address + " " + response.getKey())
                        .isTrue();
            });
            operation.at("/parameters").forEach(parameter -> {
                assertThat(parameter.at("/in").asText()).as(address).isIn("query", "path", "header");
                assertThat(parameter.has("schema")).as(address + parameter).isTrue();
                var inPath = parameter.at("/in").asText().equals("path");
                assertThat(address.contains("{" + parameter.at("/name").asText() + "}"))
                        .as(address + " " + parameter.at("/name"))
                        .isEqualTo(inPath);
                assertThat(!inPath || parameter.at("/required").asBoolean(false))
                        .as(address + " requires " + parameter.at("/name"))
                        .isTrue();
            });
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var broken = document.findValuesAsText("$ref").stream()
                .filter(reference -> !reference.startsWith("#/")
                        || document.at(reference.substring(1)).isMissingNode())
                .toList();
        assertThat(broken).isEmpty();
    }

    @Test
    void nothingIsLeftOfTheSchemaDialectBefore31() {
        assertThat(document.findValues("nullable")).isEmpty();
        assertThat(document.findValues("exclusiveMinimum")).noneMatch(JsonNode::isBoolean);
    }

    @Test
    void everyOperationHasASummaryATagAndANameOfItsOwn() {
        operations.forEach((address, operation) -> {
            assertThat(operation.at("/summary").asText()).as(address).isNotBlank();
            assertThat(operation.at("/tags").size()).as(address).isPositive();
        });
        assertThat(operations.values().stream()
                        .map(operation -> operation.at("/operationId").asText()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9_]+"));
    }

    @Test
    void everyOperationSaysWhetherItNeedsAToken() {
        assertThat(document.at("/components/securitySchemes/access_token/scheme")
                        .asText())
                .isEqualTo("bearer");
        operations.forEach((address, operation) -> {
            assertThat(operation.has("security")).as(address).isTrue();
            assertThat(operation.at("/responses").has("401")).as(address).isEqualTo(!isOpen(operation));
        });
        assertThat(operations)
                .hasEntrySatisfying(
                        "get /problems/{slug}", open -> assertThat(isOpen(open)).isTrue());
        assertThat(operations)
                .hasEntrySatisfying(
                        "get /notifications", own -> assertThat(isOpen(own)).isFalse());
    }

    @Test
    void everyWriteOfALoggedInPersonTakesAnIdempotencyKeyAndEveryReadAnEntityTag() {
        operations.forEach((address, operation) -> {
            var read = address.startsWith("get ");
            assertThat(headers(operation).contains("Idempotency-Key"))
                    .as(address)
                    .isEqualTo(!read && !isOpen(operation));
            assertThat(headers(operation).contains("If-None-Match")).as(address).isEqualTo(read);
        });
    }

    @Test
    void everyProblemHasTheSameSchema() {
        operations.forEach((address, operation) -> {
            assertThat(operation.at("/responses").has("422")).as(address).isTrue();
            assertThat(operation.at("/responses").has("429")).as(address).isTrue();
        });
        document.at("/components/responses")
                .properties()
                .forEach(response -> assertThat(response.getValue()
                                .at("/content/application~1problem+json/schema/$ref")
                                .asText())
                        .isEqualTo("#/components/schemas/Problem"));
        assertThat(document.at("/components/schemas/Problem/required").toString())
                .isEqualTo("[\"type\",\"title\",\"status\",\"detail\"]");
    }

    @Test
    void everyFieldIsInSnakeCase() {
        var names = new ArrayList<String>();
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .at("/properties")
                        .fieldNames()
                        .forEachRemaining(name -> names.add(schema.getKey() + "." + name)));
        assertThat(names).isNotEmpty().allMatch(name -> name.matches("[A-Za-z0-9]+\\.[a-z0-9_]+"));
    }

    @Test
    void jsonOfAnyKindIsAnObjectOfAnyFields() {
        assertThat(document.at("/components/schemas").fieldNames())
                .toIterable()
                .noneMatch(name -> name.contains("JsonNode"));
        assertThat(document.at("/components/schemas/CompletionSummary/properties/summary_json/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/AnyObject");
        var any = document.at("/components/schemas/AnyObject");
        assertThat(any.at("/type").asText()).as(any.toString()).isEqualTo("object");
        assertThat(any.at("/additionalProperties").asBoolean()).isTrue();
        var statements = document.at("/paths/~1xapi~1statements/post/requestBody/content/application~1json/schema");
        assertThat(statements.isMissingNode() || statements.at("/type").asText().equals("array"))
                .as("one statement or many: " + statements)
                .isFalse();
    }

    @Test
    void theDocumentCanBeBrowsed() {
        var page = given.nobody().get("/docs/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("swagger-ui").contains("/openapi");
    }

    private static boolean isOpen(JsonNode operation) {
        return operation.at("/security").isEmpty();
    }

    private static List<String> headers(JsonNode operation) {
        return StreamSupport.stream(operation.at("/parameters").spliterator(), false)
                .filter(parameter -> parameter.at("/in").asText().equals("header"))
                .map(parameter -> parameter.at("/name").asText())
                .toList();
    }
}
