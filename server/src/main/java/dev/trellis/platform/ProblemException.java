package dev.trellis.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries a refusal from a thin adapter to the caller, rolling back what it passes through on its way. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Problem.FieldError> errors;
    private final @Nullable Duration retryAfter;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<Problem.FieldError> errors) {
        this(type, detail, errors, null);
    }

    private ProblemException(
            ProblemType type, String detail, List<Problem.FieldError> errors, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    /** Too many attempts; the next one may succeed after this long. */
    public static ProblemException tooManyRequests(Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new ProblemException(
                ProblemType.TOO_MANY_REQUESTS,
                "Try again in " + seconds + (seconds == 1 ? " second." : " seconds."),
                List.of(),
                Duration.ofSeconds(seconds));
    }

    /** One bad field of the body. */
    public static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(
                ProblemType.INVALID_INPUT, detail, List.of(new Problem.FieldError(pointer, detail)));
    }

    /** Several bad fields of the body. */
    public static ProblemException invalid(List<Problem.FieldError> errors) {
        var detail = errors.stream()
                .map(error -> error.pointer() + ": " + error.detail())
                .collect(Collectors.joining(" "));
        return new ProblemException(ProblemType.INVALID_INPUT, detail, errors);
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

    /** How long to wait before the next attempt, in whole seconds; only for too many requests. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The refusal as it is sent. */
    public Problem problem() {
        return Problem.of(type, String.valueOf(getMessage()), errors);
    }
}
