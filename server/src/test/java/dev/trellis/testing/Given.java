package dev.trellis.testing;

import dev.trellis.platform.Database;
import dev.trellis.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what a test needs in one line, through the front door. Everybody is new: no test meets another one's people. */
@ApplicationScoped
public class Given {
    /** The password of everyone in tests. */
    public static final String PASSWORD = "a long enough password";

    private final Database database;

    Given(Database database) {
        this.database = database;
    }

    /** The running server, as nobody. */
    public Api nobody() {
        return Api.at(URI.create(
                ConfigProvider.getConfig().getValue("test.url", String.class).replaceFirst("/$", "")));
    }

    /** A new participant in UTC, logged in. Their id is {@code person.get("/me").id()}. */
    public Api person(String name) {
        return person(name, "UTC");
    }

    /** A new participant who lives in this time zone, logged in. */
    public Api person(String name, String timeZone) {
        return register(name, timeZone, Set.of());
    }

    /** A new person who holds these roles besides that of a participant, logged in. */
    public Api person(String name, Role... roles) {
        return register(name, "UTC", Set.of(roles));
    }

    /** A new operator of this server, logged in. */
    public Api operator(String name) {
        return person(name, Role.ADMIN);
    }

    /** An e-mail address nobody has used. */
    public String freshEmail(String name) {
        return name + "-" + UUID.randomUUID() + "@example.org";
    }

    /** A code that lets this many people in, in these roles. */
    public String invite(int uses, Role... roles) {
        var code = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        var wire = new TreeSet<>(Set.of(Role.PARTICIPANT.wire()));
        Set.of(roles).forEach(role -> wire.add(role.wire()));
        database.runJob(
                tx -> tx.createUpdate("insert into invite_codes (code, roles, max_uses) values (:code, :roles, :uses)")
                        .bind("code", code)
                        .bindArray("roles", String.class, wire)
                        .bind("uses", uses)
                        .execute());
        return code;
    }

    /** A new participant in UTC who also opens pages. */
    public WebPerson webPerson(String name, Role... roles) {
        return webPerson(name, "UTC", roles);
    }

    /** A new participant who lives in this time zone and also opens pages. */
    public WebPerson webPerson(String name, String timeZone, Role... roles) {
        var email = freshEmail("web");
        return new WebPerson(name, email, register(name, email, timeZone, Set.of(roles)));
    }

    private Api register(String name, String timeZone, Set<Role> roles) {
        return register(name, freshEmail(name), timeZone, roles);
    }

    private Api register(String name, String email, String timeZone, Set<Role> roles) {
        var code = invite(1, roles.toArray(Role[]::new));
        var answer = nobody().post(
                        "/register",
                        Map.of(
                                "email", email,
                                "password", PASSWORD,
                                "display_name", name,
                                "time_zone", timeZone,
                                "invite_code", code));
        if (answer.status() != 200) {
            throw new AssertionError("registering " + name + ": " + answer.text());
        }
        return nobody().with(answer.text("/access_token"));
    }
}
