package dev.trellis.students;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Experience API statements as learning events. The actor's account (or mail address) is the student, the activity is
 * the item, its parent or grouping the course, the verb says what happened. Verbs we do not know are activity of some kind.
 */
public final class XapiStatements {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST = 255;

    private static final Map<String, LearningEventKind> VERBS = Map.ofEntries(
            Map.entry("logged-in", LearningEventKind.LOGIN),
            Map.entry("experienced", LearningEventKind.VIEW),
            Map.entry("launched", LearningEventKind.VIEW),
            Map.entry("viewed", LearningEventKind.VIEW),
            Map.entry("initialized", LearningEventKind.VIEW),
            Map.entry("attempted", LearningEventKind.SUBMISSION),
            Map.entry("completed", LearningEventKind.SUBMISSION),
            Map.entry("answered", LearningEventKind.SUBMISSION),
            Map.entry("submit", LearningEventKind.SUBMISSION),
            Map.entry("submitted", LearningEventKind.SUBMISSION),
            Map.entry("commented", LearningEventKind.INTERACTION),
            Map.entry("responded", LearningEventKind.INTERACTION),
            Map.entry("replied", LearningEventKind.INTERACTION),
            Map.entry("interacted", LearningEventKind.INTERACTION),
            Map.entry("attended", LearningEventKind.ATTENDANCE),
            Map.entry("scored", LearningEventKind.GRADE),
            Map.entry("passed", LearningEventKind.GRADE),
            Map.entry("failed", LearningEventKind.GRADE));

    private XapiStatements() {}

    /** A statement read, or the reason why it cannot be. */
    public sealed interface Reading {
        /** What it says. */
        record Read(NewLearningEvent event) implements Reading {}

        /** The part that is missing or wrong. */
        record Unreadable(String pointer, String reason) implements Reading {}
    }

    /** Reads one statement. */
    public static Reading read(JsonNode statement) {
        var id = text(statement, "/id");
        var student = student(statement.at("/actor"));
        var verb = text(statement, "/verb/id");
        var moment = moment(text(statement, "/timestamp"));
        var course = course(statement.at("/context/contextActivities"));
        if (id == null) {
            return new Reading.Unreadable("/id", "A statement has an id, so that it counts once.");
        }
        if (student == null) {
            return new Reading.Unreadable("/actor", "The actor has an account name or a mail address.");
        }
        if (verb == null) {
            return new Reading.Unreadable("/verb/id", "A statement has a verb.");
        }
        if (moment.isEmpty()) {
            return new Reading.Unreadable("/timestamp", "A statement has a timestamp with an offset.");
        }
        if (course == null) {
            return new Reading.Unreadable(
                    "/context/contextActivities", "The course is the parent or the grouping of the activity.");
        }
        return new Reading.Read(event(statement, id, student, kind(verb, statement), moment.get(), course));
    }

    private static NewLearningEvent event(
            JsonNode statement, String id, String student, LearningEventKind kind, Instant moment, String course) {
        return new NewLearningEvent(
                id,
                kind,
                moment,
                null,
                student,
                null,
                course,
                item(statement, course, kind),
                switch (kind) {
                    case GRADE -> grade(statement);
                    case ATTENDANCE ->
                        statement.at("/result/success").asBoolean(true) ? BigDecimal.ONE : BigDecimal.ZERO;
                    default -> null;
                },
                null,
                null,
                kind == LearningEventKind.INTERACTION ? text(statement, "/context/instructor/account/name") : null);
    }

    /** Only a verb of passing that carries a score is a grade; without one it is something the student handed in. */
    private static LearningEventKind kind(String verb, JsonNode statement) {
        var name = verb.substring(verb.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        var kind = VERBS.getOrDefault(name, LearningEventKind.OTHER);
        return kind == LearningEventKind.GRADE && grade(statement) == null ? LearningEventKind.SUBMISSION : kind;
    }

    private static @Nullable BigDecimal grade(JsonNode statement) {
        var scaled = statement.at("/result/score/scaled");
        if (!scaled.isNumber()) {
            return null;
        }
        var grade = scaled.decimalValue().multiply(HUNDRED).setScale(3, RoundingMode.HALF_UP);
        return grade.max(BigDecimal.ZERO).min(HUNDRED);
    }

    /** What is not handed in, graded or read needs no item: the course itself is enough. */
    private static @Nullable String item(JsonNode statement, String course, LearningEventKind kind) {
        var object = text(statement, "/object/id");
        return object == null
                        || object.equals(course)
                        || kind == LearningEventKind.LOGIN
                        || kind == LearningEventKind.OTHER
                ? null
                : object;
    }

    private static @Nullable String student(JsonNode actor) {
        var account = text(actor, "/account/name");
        var mail = text(actor, "/mbox");
        return account != null ? account : mail == null ? null : mail.replaceFirst("^mailto:", "");
    }

    private static @Nullable String course(JsonNode activities) {
        for (var relation : new String[] {"/parent", "/grouping"}) {
            var id = text(activities, relation + "/0/id");
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private static Optional<Instant> moment(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant())
                            .filter(moment -> moment.isAfter(Instant.EPOCH)
                                    && moment.isBefore(Instant.parse("9999-01-01T00:00:00Z")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonNode node, String pointer) {
        var value = node.at(pointer);
        return value.isTextual()
                        && !value.textValue().isBlank()
                        && value.textValue().length() <= LONGEST
                        && value.textValue().indexOf('\0') < 0
                ? value.textValue()
                : null;
    }
}
