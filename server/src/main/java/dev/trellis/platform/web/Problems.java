package dev.trellis.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.trellis.platform.Problem;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every refusal and every fault into {@code application/problem+json}; a fault is logged, never shown. */
public class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final Logger LOG = Logger.getLogger(Problems.class);

    /** A refusal somebody decided on. */
    @ServerExceptionMapper
    public Response refused(ProblemException e) {
        var response = response(e.problem());
        return e.retryAfter()
                .map(wait -> Response.fromResponse(response)
                        .header(HttpHeaders.RETRY_AFTER, wait.toSeconds())
                        .build())
                .orElse(response);
    }

    /** Constraints on bodies and parameters. */
    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        var errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation), sentence(violation)))
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
        var detail = errors.stream()
                .map(error -> error.pointer() + " " + error.detail())
                .collect(Collectors.joining("; "));
        return response(Problem.of(ProblemType.INVALID_INPUT, detail + ".", errors));
    }

    /** A value of the wrong type or an unknown field. */
    @ServerExceptionMapper
    public Response unreadable(JsonMappingException e) {
        return response(unreadableBody(e));
    }

    /** Broken JSON. */
    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException e) {
        return response(unreadableBody(e));
    }

    /** What the framework refuses: unknown addresses, methods, media types, unreadable bodies. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException cause) {
            return response(unreadableBody(cause));
        }
        if (e.getCause() instanceof ProblemException refusal) {
            return refused(refusal);
        }
        var status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        var type = ProblemType.ofStatus(status);
        return response(Problem.of(type, firstSentence(type.explanation()), List.of()));
    }

    /** Everything else is a fault of ours, or the database is gone. */
    @ServerExceptionMapper
    public Response fault(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return refused(refusal);
            }
            if (cause instanceof SQLException sql && DatabaseRefusals.isUnreachable(sql)) {
                LOG.errorf("database unreachable: %s", sql.getSQLState());
                return response(
                        Problem.of(ProblemType.UNAVAILABLE, "The database cannot be reached right now.", List.of()));
            }
            if (cause instanceof SQLException sql) {
                var refusal = DatabaseRefusals.problemOf(sql);
                if (refusal != null) {
                    return response(refusal);
                }
            }
        }
        LOG.error("fault while answering a request", e);
        return response(Problem.of(ProblemType.INTERNAL_ERROR, "It was logged; nothing was half done.", List.of()));
    }

    static Response response(Problem problem) {
        var response = Response.status(problem.status()).type(MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }

    private static Problem unreadableBody(JsonProcessingException e) {
        var pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
        var reason = e instanceof JsonMappingException && e.getCause() instanceof IllegalArgumentException refusal
                ? String.valueOf(refusal.getMessage())
                : reason(e, pointer);
        var errors = pointer.isEmpty() ? List.<FieldError>of() : List.of(new FieldError(pointer, reason));
        return Problem.of(ProblemType.MALFORMED_REQUEST, reason, errors);
    }

    private static String reason(JsonProcessingException e, String pointer) {
        if (e instanceof com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException) {
            return "There is no field " + pointer + ".";
        }
        return pointer.isEmpty() ? "The body is not valid JSON." : "The value at " + pointer + " has the wrong type.";
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    /** Path of a constraint violation as a JSON pointer in the API's own spelling. */
    private static String pointer(ConstraintViolation<?> violation) {
        var steps = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        var inBody = steps.stream().anyMatch(step -> step.getKind() == ElementKind.PROPERTY);
        var pointer = new StringBuilder();
        for (var step : steps) {
            switch (step.getKind()) {
                case PROPERTY, CONTAINER_ELEMENT -> append(pointer, step);
                case PARAMETER -> pointer.append(inBody ? "" : "/query/" + FieldNames.snake(step.getName()));
                default -> {}
            }
        }
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, Path.Node step) {
        if (step.getIndex() != null) {
            pointer.append('/').append(step.getIndex());
        }
        if (step.getKey() != null) {
            pointer.append('/').append(step.getKey());
        }
        if (step.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(FieldNames.snake(step.getName()));
        }
    }

    private static String sentence(ConstraintViolation<?> violation) {
        @Nullable String message = violation.getMessage();
        return message == null ? "is not valid" : message;
    }

    private static String firstSentence(String text) {
        return text.substring(0, text.indexOf('.') + 1);
    }
}
