package dev.trellis.identity;

import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Database;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OperatorsTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Test
    void onlyOperatorsComeHere() {
        var ana = given.person("ana");

        assertThat(ana.get("/users").status()).isEqualTo(403);
        assertThat(ana.get("/invites").status()).isEqualTo(403);
        assertThat(ana.post("/invites", Map.of()).status()).isEqualTo(403);
        assertThat(ana.patch("/users/" + ana.get("/me").id(), Map.of("roles", List.of("admin")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void peopleAreFoundByPartsOfTheirNameOrAddressWhateverTheCase() {
        var olga = given.operator("olga");
        var ana = given.webPerson("Ana Zwetschge").api();
        var address = ana.get("/me").text("/email");

        assertThat(olga.get("/users?q=a%20ZWETSCH").text("/items/0/id"))
                .isEqualTo(ana.get("/me").text("/id"));
        assertThat(olga.get("/users?q=" + address.replaceFirst(".*-", "").replace("@", "%40"))
                        .text("/items/0/id"))
                .isEqualTo(ana.get("/me").text("/id"));
        assertThat(olga.get("/users?q=nobody-is-called-this").body().path("items"))
                .isEmpty();
    }

    @Test
    void anInviteIsMadeListedUsedAndWithdrawn() {
        var olga = given.operator("olga");
        var expiresAt = clock.instant().plus(Duration.ofDays(1)).toString();
        var invite =
                olga.post("/invites", Map.of("roles", List.of("reviewer"), "max_uses", 2, "expires_at", expiresAt));
        assertThat(invite.status()).as(invite.text()).isEqualTo(201);
        var code = invite.text("/code");

        assertThat(register(code)).isEqualTo(200);

        var listed = olga.get("/invites?limit=1");
        assertThat(listed.text("/items/0/code")).isEqualTo(code);
        assertThat(listed.body().at("/items/0/current_uses").asInt()).isEqualTo(1);
        assertThat(olga.delete("/invites/" + code).status()).isEqualTo(204);
        assertThat(olga.delete("/invites/" + code).status()).isEqualTo(404);
        assertThat(register(code)).isEqualTo(422);
    }

    @Test
    void anExpiredInviteIsRefused() {
        var code = given.operator("olga")
                .post(
                        "/invites",
                        Map.of("expires_at", clock.instant().plusSeconds(60).toString()))
                .text("/code");

        clock.advance(Duration.ofSeconds(60));

        assertThat(register(code)).isEqualTo(422);
    }

    @Test
    void everyLookAtAPersonIsWrittenDown() {
        var olga = given.operator("olga");
        var ana = given.person("ana");
        var id = ana.get("/me").id();

        olga.get("/users?limit=1");
        olga.get("/users/" + id);
        olga.patch("/users/" + id, Map.of("roles", List.of("trainer")));

        assertThat(audited(id)).containsExactly("account_listed", "account_read", "account_changed");
        assertThat(olga.get("/users/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void everybodyStaysAParticipant() {
        var olga = given.operator("olga");
        var ana = given.person("ana");

        var changed = olga.patch("/users/" + ana.get("/me").id(), Map.of("roles", List.of("trainer")));

        assertThat(changed.body().at("/roles"))
                .extracting(node -> node.asText())
                .contains("participant", "trainer");
        assertThat(ana.get("/me").body().at("/roles")).hasSize(2);
    }

    @Test
    void whatIsNoRoleIsRefused() {
        var olga = given.operator("olga");
        var person = "/users/" + given.person("ana").get("/me").id();

        assertThat(olga.patch(person, Map.of("roles", List.of("king"))).status())
                .isEqualTo(400);
        assertThat(olga.patch(person, Map.of("status", "gone")).status()).isEqualTo(400);
        assertThat(olga.patch(person, "{\"roles\": null}").status()).isEqualTo(422);
    }

    @Test
    void theLastTwoOperatorsCannotDismissEachOther() {
        database.runJob(tx -> tx.execute("update users set roles = '{participant}'"));
        var olga = given.operator("olga");
        var otto = given.operator("otto");
        var moves =
                new ConcurrentLinkedQueue<>(List.of(new Dismissal(olga, idOf(otto)), new Dismissal(otto, idOf(olga))));

        inParallel(2, () -> moves.remove().tryIt());

        var left = List.of(olga, otto).stream()
                .filter(person -> person.get("/users").status() == 200)
                .toList();
        assertThat(left).hasSize(1);
        var last = left.getFirst();
        var refused = last.patch("/users/" + idOf(last), Map.of("roles", List.of("participant")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(last.patch("/users/" + idOf(last), Map.of("status", "suspended"))
                        .status())
                .isEqualTo(409);
    }

    private record Dismissal(Api by, UUID of) {
        int tryIt() {
            return by.patch("/users/" + of, Map.of("roles", List.of("participant")))
                    .status();
        }
    }

    private static UUID idOf(Api person) {
        return person.get("/me").id();
    }

    private List<String> audited(UUID person) {
        return database.asJob(tx -> tx.createQuery("select action from audit_log where person_id = :person order by id")
                .bind("person", person)
                .mapTo(String.class)
                .list());
    }

    private int register(String code) {
        return given.nobody()
                .post(
                        "/register",
                        Map.of(
                                "email",
                                given.freshEmail("ben"),
                                "password",
                                Given.PASSWORD,
                                "display_name",
                                "Ben",
                                "time_zone",
                                "UTC",
                                "invite_code",
                                code))
                .status();
    }
}
