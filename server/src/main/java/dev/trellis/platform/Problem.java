package dev.trellis.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A refusal in the shape of RFC 9457: {@code application/problem+json}.
 *
 * @param type a reference to the documentation page, {@code /problems/} and the slug
 * @param detail a sentence a person can act on
 * @param errors one entry a bad field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {
    /** A bad field: a JSON pointer into the body, or {@code /query/name}, {@code /path/name}, {@code /header/name}. */
    public record FieldError(String pointer, String detail) {}

    /** The problem of this type. */
    public static Problem of(ProblemType type, String detail, List<FieldError> errors) {
        return new Problem("/problems/" + type.slug(), type.title(), type.status(), detail, errors);
    }
}
