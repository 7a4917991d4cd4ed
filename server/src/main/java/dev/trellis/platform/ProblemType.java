package dev.trellis.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every problem a caller can be told, once: its slug, status, title, and what the documentation page says of it. */
public enum ProblemType {
    MALFORMED_REQUEST(
            400,
            "The request could not be read",
            "The body is not valid JSON, or a value has the wrong type."
                    + " The errors list names the place. Nothing was changed."),
    NOT_AUTHENTICATED(
            401,
            "Log in first",
            "The request carries no token, or one that has expired or was revoked."
                    + " Log in, or refresh the session, and send the access token as a Bearer token."),
    LOG_IN_REFUSED(
            401,
            "E-mail or password is wrong",
            "The pair does not match an account. Which of the two is wrong is"
                    + " not said, so that nobody can find out who has an account."),
    NOT_ALLOWED(403, "Not allowed", "The token is valid, but its role or its scopes do not include this."),
    FORM_EXPIRED(
            403,
            "This form can no longer be sent",
            "A form of the web app is bound to the browser and the log-in it was shown to. Reload the page and send it"
                    + " again."),
    REGISTRATION_CLOSED(
            403,
            "Registration is closed",
            "This server does not take new accounts, or only with an invite" + " code. Ask whoever runs it."),
    LOG_IN_ELSEWHERE(
            403,
            "Log in with your identity provider",
            "This server leaves accounts and passwords to an OpenID Connect"
                    + " issuer. Get a token there and send it as a Bearer token."),
    NOT_FOUND(
            404, "Not found", "There is no such thing, or it belongs to somebody else; the two look alike on purpose."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "This address exists, but not for this HTTP method."),
    NOT_ACCEPTABLE(406, "Not acceptable", "The server cannot answer in a format that the Accept header allows."),
    WRONG_STATE(
            409,
            "Not possible in this state",
            "The thing exists, but in a state that does not allow this. The detail" + " says which state."),
    ALREADY_COMPLETED(
            409,
            "Already completed",
            "It was completed before. Nothing was done a second time; what came of it is" + " where it was."),
    ALREADY_EXISTS(409, "Already exists", "Something with this name or this key is there already."),
    PRECONDITION_FAILED(
            412,
            "It has changed in the meantime",
            "The If-Match header names an older version. Read it again" + " and decide anew."),
    TOO_LARGE(413, "Too large", "The body is larger than the server takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "Send the body as application/json."),
    INVALID_INPUT(
            422,
            "Some of it cannot be right",
            "The request was read, but a value is missing, out of its range or"
                    + " contradicts another. The errors list names each with a JSON pointer. Nothing was changed."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "Idempotency key reused",
            "The key was used before with another request. Use a new key for" + " a new request."),
    INVITE_REFUSED(422, "The invite code cannot be used", "It does not exist, has expired, or has been used up."),
    SAFETY_HOLD(
            409,
            "Paused for your safety",
            "Something you wrote suggests you may not be safe. Suggestions wait until"
                    + " you have confirmed that you are, or somebody qualified has."),
    CHANGE_REFUSED(
            422,
            "This change would break a limit that keeps you safe",
            "Changes of the plan are held to the limits that made it: what hurts, what is owned, days between hard"
                    + " sessions, how much and how fast, the least to eat, what must not be eaten. The detail says which one"
                    + " and what would be possible. Nothing was changed."),
    PROGRAM_REFUSED(
            409,
            "No program can be made from these answers",
            "What was told does not allow a program as it was asked for, mostly for the sake of safety. The detail says"
                    + " why and what to do next; nothing was stored or closed."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Slow down, and try again after the seconds in Retry-After."),
    INTERNAL_ERROR(
            500,
            "Something broke on our side",
            "The fault was logged under the request id. Nothing was half done;" + " it is safe to try again."),
    UNAVAILABLE(
            503,
            "Not available right now",
            "The database cannot be reached or the server is shutting down. Try again" + " in a moment.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A short sentence, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** What the documentation page of the problem says. */
    public String explanation() {
        return explanation;
    }

    /** The stable name in the {@code type} member: lower case with hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem of that slug. */
    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The problem that stands for a bare HTTP status, for refusals that come from the framework. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL_ERROR : MALFORMED_REQUEST);
    }
}
