package dev.trellis.platform.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a token may be used for. A log-in has all scopes of its person's roles; an API token only those it was given. */
public enum Scope {
    /** Read one's own data. */
    READ,
    /** Change one's own data. */
    WRITE,
    /** Export, erase, manage tokens and sessions. */
    ACCOUNT,
    /** Work as a reviewer, for those who are one. */
    REVIEW,
    /** Work with the students in one's care, for trainers. */
    TEACH,
    /** Work as an operator, for those who are one. */
    OPERATE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of that wire name. */
    @JsonCreator
    public static Scope of(String wire) {
        return Arrays.stream(values())
                .filter(scope -> scope.wire().equals(wire))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("a scope is read, write, account, review, teach or operate"));
    }
}
