package dev.trellis.safety;

/** Whom a message is about. */
public enum SafetySubject {
    SELF,
    OTHER
}
