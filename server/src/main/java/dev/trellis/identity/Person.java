package dev.trellis.identity;

import dev.trellis.platform.PersonDays;
import dev.trellis.platform.Role;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Anyone with an account.
 *
 * @param email absent for those who come from Telegram or an issuer that tells none
 * @param timeZone IANA name; together with {@code dayStart} it decides which day a moment belongs to
 */
public record Person(
        UUID id,
        @Nullable String email,
        String displayName,
        Set<Role> roles,
        String locale,
        @Nullable String country,
        String timeZone,
        LocalTime dayStart,
        AccountStatus status,
        Instant createdAt) {
    /** The person's own days. */
    public PersonDays days() {
        return new PersonDays(ZoneId.of(timeZone), dayStart);
    }

    /** The part the person decides. */
    public PersonalSettings settings() {
        return new PersonalSettings(displayName, locale, country, timeZone, dayStart);
    }

    /** The part an operator decides. */
    public AccountAccess access() {
        return new AccountAccess(roles, status);
    }

    /** Who, and nothing about them. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
