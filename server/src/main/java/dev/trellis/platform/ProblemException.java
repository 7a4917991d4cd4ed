package dev.trellis.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries a refusal from a thin adapter to the caller, rolling back what it passes through on its way. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Problem.FieldError> errors;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<Problem.FieldError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = errors;
    }

    /** One bad field of the body. */
    public static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(
                ProblemType.INVALID_INPUT, detail, List.of(new Problem.FieldError(pointer, detail)));
    }

    /** The thing does not exist for this caller. */
    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such " + what + ".");
    }

    /** The value, or "no such {@code what}". */
    public static <T> T orNotFound(@Nullable T value, String what) {
        if (value == null) {
            throw notFound(what);
        }
        return value;
    }

    /** What kind of refusal it is. */
    public ProblemType type() {
        return type;
    }

    /** The refusal as it is sent. */
    public Problem problem() {
        return Problem.of(type, String.valueOf(getMessage()), errors);
    }
}
