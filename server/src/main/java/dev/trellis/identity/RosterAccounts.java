package dev.trellis.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** Accounts for the people of a roster, any number in one statement. Whoever has an account keeps it as it is. */
@ApplicationScoped
public class RosterAccounts {
    /**
     * Somebody the institution knows.
     *
     * @param teaches true for those who get the role of a trainer
     */
    public record RosterPerson(String email, String name, boolean teaches) {
        String normalised() {
            return email.toLowerCase(Locale.ROOT);
        }
    }

    /** The account of each, by e-mail address in lower case; a new one has no password yet. To be called by a job. */
    public Map<String, UUID> ensure(Handle tx, List<RosterPerson> people, String timeZone, Instant now) {
        tx.createUpdate("""
                        insert into users (email, display_name, time_zone, created_at)
                        select email, name, :zone, :now
                          from unnest(:emails::text[], :names::text[]) as g (email, name)
                            on conflict (lower(email)) do nothing
                        """)
                .bind("zone", timeZone)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindArray("emails", String.class, emails(people))
                .bindArray(
                        "names",
                        String.class,
                        people.stream().map(RosterAccounts::name).toList())
                .execute();
        tx.createUpdate("""
                        update users set roles = roles || '{trainer}'
                         where lower(email) = any (:emails) and not 'trainer' = any (roles)
                        """)
                .bindArray(
                        "emails",
                        String.class,
                        emails(people.stream().filter(RosterPerson::teaches).toList()))
                .execute();
        return tx.createQuery("select lower(email) as email, id from users where lower(email) = any (:emails)")
                .bindArray("emails", String.class, emails(people))
                .setMapKeyColumn("email")
                .setMapValueColumn("id")
                .collectInto(new GenericType<Map<String, UUID>>() {});
    }

    private static List<String> emails(List<RosterPerson> people) {
        return people.stream().map(RosterPerson::normalised).toList();
    }

    private static String name(RosterPerson person) {
        return person.name().length() > 100 ? person.name().substring(0, 100) : person.name();
    }
}
