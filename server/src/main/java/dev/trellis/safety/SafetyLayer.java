package dev.trellis.safety;

/** Which layer of the triage decided (domain 13.3): the words, or the structured answers. */
public enum SafetyLayer {
    LEXICON,
    STRUCTURED
}
