package dev.trellis.safety;

/** What the server says next. */
public enum SafetyAction {
    /** The usual answer. */
    ANSWER_AS_USUAL,
    /** Only the emergency text; no coaching. */
    SHOW_EMERGENCY,
    /** The crisis line and one question: are you safe right now? */
    OFFER_CRISIS_SUPPORT,
    /** Urgent care today. */
    ADVISE_URGENT_CARE,
    /** An appointment with a clinician. */
    ADVISE_APPOINTMENT,
    /** The limits the server keeps to, in place of the extreme plan asked for. */
    STATE_LIMITS,
    /** A few words of support: it is over, or the person says it is not so. */
    OFFER_SUPPORT,
    /** One question, because the words may be a quotation, a study or fiction. */
    ASK_ONCE,
    /** Advice for somebody who is worried about another person. */
    ADVISE_HELPER;

    static SafetyAction of(SafetyLevel level, SafetyTopic topic, SafetySubject subject, SafetyTense tense) {
        return switch (level) {
            case S0 -> ANSWER_AS_USUAL;
            case S3 -> SHOW_EMERGENCY;
            case S2 -> subject == SafetySubject.OTHER ? ADVISE_HELPER : urgent(topic);
            case S1 -> tense == SafetyTense.PAST ? OFFER_SUPPORT : advice(topic, subject);
        };
    }

    private static SafetyAction urgent(SafetyTopic topic) {
        return switch (topic) {
            case SUICIDE, SELF_HARM, ABUSE, EATING_DISORDER, PSYCHOSIS_OR_MANIA, LOW_MOOD -> OFFER_CRISIS_SUPPORT;
            default -> ADVISE_URGENT_CARE;
        };
    }

    private static SafetyAction advice(SafetyTopic topic, SafetySubject subject) {
        if (topic == SafetyTopic.WEIGHT_CUT) {
            return STATE_LIMITS;
        }
        if (topic.isAboutHarm()) {
            return OFFER_SUPPORT;
        }
        return subject == SafetySubject.OTHER ? ADVISE_HELPER : ADVISE_APPOINTMENT;
    }
}
