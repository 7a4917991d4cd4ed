package dev.trellis.safety;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person reads after a triage (domain 13.4), in their language where there is one, else in English. */
public final class SafetyMessages {
    private static final String FALLBACK = "en";

    private final CrisisContacts contacts;
    private final Map<String, Properties> byLanguage;

    /** Messages that name the given contacts. */
    public SafetyMessages(CrisisContacts contacts) {
        this.contacts = contacts;
        this.byLanguage = Lexicon.lines("messages/languages.txt").stream()
                .collect(Collectors.toUnmodifiableMap(language -> language, SafetyMessages::read));
    }

    /**
     * The text for a finding; empty at S0.
     *
     * @param country the profile's ISO 3166 code, or null when unknown
     */
    public String text(TriageResult result, @Nullable String country, Locale language) {
        return result.isRaised() ? filled(key(result), country, language) : "";
    }

    /** The general footer: on first use, and on every plan and summary. */
    public String footer(Locale language) {
        return filled("footer", null, language);
    }

    /** Said where no person on call is configured: nobody reads along. */
    public String nobodyReadsAlong(Locale language) {
        return filled("nobody-reads-along", null, language);
    }

    private static String key(TriageResult result) {
        boolean other = result.subject() == SafetySubject.OTHER;
        return switch (result.action()) {
            case ANSWER_AS_USUAL -> throw new IllegalArgumentException("nothing to say at S0");
            case SHOW_EMERGENCY -> other ? "emergency.other" : emergency(result.topic());
            case OFFER_CRISIS_SUPPORT -> crisis(result.topic());
            case ADVISE_URGENT_CARE -> result.topic() == SafetyTopic.PREGNANCY ? "urgent.pregnancy" : "urgent";
            case ADVISE_APPOINTMENT -> result.topic() == SafetyTopic.LOW_MOOD ? "appointment.low-mood" : "appointment";
            case STATE_LIMITS -> "limits";
            case OFFER_SUPPORT -> other ? "support.other" : "support";
            case ASK_ONCE -> "ask-once";
            case ADVISE_HELPER -> result.level() == SafetyLevel.S1 ? "helper.appointment" : helper(result.topic());
        };
    }

    private static String emergency(SafetyTopic topic) {
        return switch (topic) {
            case SUICIDE, SELF_HARM -> "emergency.suicide";
            case OVERDOSE -> "emergency.overdose";
            default -> "emergency";
        };
    }

    private static String crisis(SafetyTopic topic) {
        return switch (topic) {
            case ABUSE -> "crisis.abuse";
            case EATING_DISORDER -> "crisis.eating-disorder";
            case PSYCHOSIS_OR_MANIA -> "crisis.psychosis";
            case LOW_MOOD -> "crisis.low-mood";
            default -> "crisis.suicide";
        };
    }

    private static String helper(SafetyTopic topic) {
        return switch (topic) {
            case SUICIDE, SELF_HARM -> "helper.suicide";
            case ABUSE -> "helper.abuse";
            default -> "helper";
        };
    }

    private String filled(String key, @Nullable String country, Locale language) {
        var texts = texts(language);
        var contact = contacts.of(country);
        var line = contact == null || contact.line().isEmpty() ? text(texts, "line.unknown") : contact.line();
        var emergency = contact == null ? text(texts, "emergency-number.unknown") : contact.emergency();
        return text(texts, key).replace("{line}", line).replace("{emergency}", emergency);
    }

    private Properties texts(Locale language) {
        var texts = byLanguage.get(language.getLanguage());
        return texts == null ? Objects.requireNonNull(byLanguage.get(FALLBACK)) : texts;
    }

    private static String text(Properties texts, String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    private static Properties read(String language) {
        var texts = new Properties();
        try {
            texts.load(new StringReader(String.join("\n", Lexicon.lines("messages/" + language + ".properties"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
