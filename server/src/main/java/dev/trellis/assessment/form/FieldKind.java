package dev.trellis.assessment.form;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an answer is, hence what a page shows to ask for it. */
public enum FieldKind {
    /** A few words. */
    TEXT,
    /** Several short texts, such as injuries. */
    TEXT_LIST,
    /** One of the options. */
    CHOICE,
    /** Any of the options. */
    MULTI_CHOICE,
    /** True or false. */
    YES_NO,
    /** A number, whole unless the field says how many decimals. */
    NUMBER,
    /** A day, {@code YYYY-MM-DD}. */
    DATE,
    /** A time of day, {@code HH:MM}. */
    TIME,
    /** The IANA name of a time zone. */
    ZONE,
    /** An ISO 3166 code of two letters. */
    COUNTRY;

    /** The name in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
