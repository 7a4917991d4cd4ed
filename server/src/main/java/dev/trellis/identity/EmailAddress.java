package dev.trellis.identity;

import java.util.Locale;

/** An e-mail address in the one spelling it is stored and looked up in. */
record EmailAddress(String value) {
    EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
    }
}
