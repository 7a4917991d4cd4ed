package dev.trellis.students.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of OneRoster 1.1 that are read, in the order in which one refers to another, and what each column may hold.
 * Demographics are not among them: nothing in there may count for a student's level.
 */
public enum RosterFile {
    ACADEMIC_SESSIONS(
            "academicSessions.csv",
            Map.of("sourcedId", Rule.ID, "startDate", Rule.DAY, "endDate", Rule.DAY, "status", Rule.STATUS)),
    CLASSES(
            "classes.csv",
            Map.of("sourcedId", Rule.ID, "title", Rule.NAME, "termSourcedIds", Rule.NAME, "status", Rule.STATUS)),
    USERS(
            "users.csv",
            Map.of(
                    "sourcedId",
                    Rule.ID,
                    "role",
                    Rule.USER_ROLE,
                    "givenName",
                    Rule.NAME,
                    "familyName",
                    Rule.NAME,
                    "email",
                    Rule.EMAIL,
                    "status",
                    Rule.STATUS)),
    ENROLLMENTS(
            "enrollments.csv",
            Map.of(
                    "sourcedId",
                    Rule.ID,
                    "classSourcedId",
                    Rule.ID,
                    "userSourcedId",
                    Rule.ID,
                    "role",
                    Rule.USER_ROLE,
                    "beginDate",
                    Rule.OPTIONAL_DAY,
                    "endDate",
                    Rule.OPTIONAL_DAY,
                    "status",
                    Rule.STATUS));

    private final String fileName;
    private final Map<String, Rule> columns;

    RosterFile(String fileName, Map<String, Rule> columns) {
        this.fileName = fileName;
        this.columns = columns;
    }

    /** What a column may hold, in words that end the sentence "... is". */
    private enum Rule {
        ID("an id of 1 to 255 characters") {
            @Override
            boolean holds(String value) {
                return !value.isEmpty() && value.length() <= 255;
            }
        },
        NAME("a text of 1 to 200 characters") {
            @Override
            boolean holds(String value) {
                return !value.isEmpty() && value.length() <= 200;
            }
        },
        DAY("a day such as 2026-10-05") {
            @Override
            boolean holds(String value) {
                return isDay(value);
            }
        },
        OPTIONAL_DAY("empty or a day such as 2026-10-05") {
            @Override
            boolean holds(String value) {
                return value.isEmpty() || isDay(value);
            }
        },
        EMAIL("an e-mail address; without one nobody could be told how to log in") {
            @Override
            boolean holds(String value) {
                return value.length() <= 254 && value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
            }
        },
        USER_ROLE("one of administrator, aide, guardian, parent, proctor, relative, student, teacher") {
            @Override
            boolean holds(String value) {
                return Set.of(
                                "administrator",
                                "aide",
                                "guardian",
                                "parent",
                                "proctor",
                                "relative",
                                "student",
                                "teacher")
                        .contains(value);
            }
        },
        STATUS("empty, active or tobedeleted") {
            @Override
            boolean holds(String value) {
                return value.isEmpty() || value.equals("active") || value.equals("tobedeleted");
            }
        };

        private final String expectation;

        Rule(String expectation) {
            this.expectation = expectation;
        }

        abstract boolean holds(String value);

        static boolean isDay(String value) {
            try {
                var day = LocalDate.parse(value);
                return day.getYear() >= 1900 && day.getYear() <= 9998;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    /** The name the standard gives it. */
    public String fileName() {
        return fileName;
    }

    /** The file of that name, whatever its case. */
    public static Optional<RosterFile> named(String name) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The columns a file must have; {@code status} and the days of an enrollment may be left out. */
    public List<String> neededColumns() {
        return columns.entrySet().stream()
                .filter(column -> !column.getValue().holds(""))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** What is wrong with a line; nothing when it can be taken over. */
    public List<LineProblem> check(RosterRow row) {
        return columns.entrySet().stream()
                .filter(column -> !column.getValue().holds(row.get(column.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .map(column -> new LineProblem(
                        row.line(),
                        row.id(),
                        column.getKey(),
                        (row.get(column.getKey()).isEmpty() ? "It is missing; it is " : "It is not ")
                                + column.getValue().expectation + "."))
                .toList();
    }
}
