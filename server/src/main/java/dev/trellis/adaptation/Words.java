package dev.trellis.adaptation;

import java.util.Locale;

/** How constants are called on the wire. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
