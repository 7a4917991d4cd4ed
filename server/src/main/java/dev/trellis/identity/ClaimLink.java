package dev.trellis.identity;

import dev.trellis.identity.ClaimLink.HasLogIn;
import dev.trellis.identity.ClaimLink.Made;
import dev.trellis.identity.ClaimLink.NoSuchAccount;
import java.time.Instant;

/** How asking for a link to an account that waits for its person ended. */
public sealed interface ClaimLink permits Made, HasLogIn, NoSuchAccount {
    /** There is a link; its token is told this once. */
    record Made(String name, String token, Instant expiresAt) implements ClaimLink {
        /** Never the token: whoever has it gets in. */
        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }

    /** Somebody can log in to the account already. */
    record HasLogIn() implements ClaimLink {}

    /** There is no such account. */
    record NoSuchAccount() implements ClaimLink {}
}
