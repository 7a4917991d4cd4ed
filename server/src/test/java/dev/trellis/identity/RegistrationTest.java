package dev.trellis.identity;

import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.identity.RegistrationOutcome.InviteRefused;
import dev.trellis.identity.RegistrationOutcome.Registered;
import dev.trellis.identity.RegistrationOutcome.RegistrationIsClosed;
import dev.trellis.platform.Database;
import dev.trellis.platform.Role;
import dev.trellis.testing.Api.Answer;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RegistrationTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    PersonStore people;

    @Inject
    Invites invites;

    @Inject
    Passwords passwords;

    @Inject
    Sessions sessions;

    @Inject
    OpenIdIssuer issuer;

    @Inject
    LogInThrottle throttle;

    @Inject
    InstantSource clock;

    @Inject
    FirstOperator firstOperator;

    @Test
    void whoeverRegistersIsLoggedIn() {
        var answer = register(Map.of("time_zone", "Europe/Madrid", "country", "ES", "locale", "es-ES"));

        var me = given.nobody().with(answer.text("/access_token")).get("/me");
        assertThat(me.status()).as(me.text()).isEqualTo(200);
        assertThat(me.id()).hasToString(answer.text("/user_id"));
        assertThat(me.text("/display_name")).isEqualTo("Ana");
        assertThat(me.text("/time_zone")).isEqualTo("Europe/Madrid");
        assertThat(me.text("/country")).isEqualTo("ES");
        assertThat(me.text("/locale")).isEqualTo("es-ES");
        assertThat(me.body().at("/roles")).hasSize(1);
        assertThat(me.text("/roles/0")).isEqualTo("participant");
        assertThat(answer.text("/token_type")).isEqualTo("Bearer");
        assertThat(answer.body().at("/expires_in").asInt()).isEqualTo(600);
    }

    @Test
    void anEmailAddressHasOneAccountHoweverItIsSpelled() {
        var email = given.freshEmail("ana");
        assertThat(register(Map.of("email", email)).status()).isEqualTo(200);

        var again = register(Map.of("email", email.toUpperCase(Locale.ROOT)));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("already-exists");
    }

    @Test
    void aRefusedRegistrationDoesNotUseUpItsInvite() {
        var email = given.freshEmail("ana");
        register(Map.of("email", email));
        var code = given.invite(1);

        assertThat(register(Map.of("email", email, "invite_code", code)).status())
                .isEqualTo(409);

        assertThat(register(Map.of("invite_code", code)).status()).isEqualTo(200);
    }

    @Test
    void passwordsHave10To200Characters() {
        var tooShort = register(Map.of("password", "short one"));
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.text("/errors/0/pointer")).isEqualTo("/password");
        assertThat(tooShort.text("/errors/0/detail")).contains("10 to 200 characters");
        assertThat(register(Map.of("password", "x".repeat(201))).status()).isEqualTo(422);
        assertThat(register(Map.of("password", "x".repeat(10))).status()).isEqualTo(200);
        assertThat(register(Map.of("password", "ñ".repeat(200))).status()).isEqualTo(200);
    }

    @Test
    void whatCannotBeRightIsNamed() {
        assertRefused("/email", Map.of("email", "nobody"));
        assertRefused("/display_name", Map.of("display_name", "  "));
        assertRefused("/time_zone", Map.of("time_zone", "Mars/Olympus"));
        assertRefused("/country", Map.of("country", "Spain"));
        assertRefused("/locale", Map.of("locale", "not a language"));
    }

    @Test
    void aBodyIsNeeded() {
        assertThat(given.nobody().post("/register", null).status()).isBetween(400, 422);
        assertThat(given.nobody().post("/register", "null").status()).isBetween(400, 422);
        assertThat(given.nobody().post("/register", "[]").status()).isEqualTo(400);
    }

    @Test
    void anInviteGivesItsRoles() {
        var answer = register(Map.of("invite_code", given.invite(1, Role.TRAINER)));

        var me = given.nobody().with(answer.text("/access_token")).get("/me");
        assertThat(me.body().at("/roles")).extracting(node -> node.asText()).contains("participant", "trainer");
    }

    @Test
    void theLastUseOfAnInviteHasOneWinner() {
        var code = given.invite(3);
        register(Map.of("invite_code", code));
        register(Map.of("invite_code", code.toLowerCase(Locale.ROOT)));

        var answers = inParallel(10, () -> register(Map.of("invite_code", code)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.problem().equals("invite-refused"))
                .hasSize(9);
    }

    @Test
    void oneEmailAddressRacedForHasOneWinner() {
        var email = given.freshEmail("ana");

        var answers = inParallel(10, () -> register(Map.of("email", email)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(9);
    }

    @Test
    void byInviteMeansWithACode() {
        var byInvite = registrations(RegistrationMode.INVITE);

        assertThat(byInvite.register(account(null), Client.program(""), "test"))
                .isInstanceOf(RegistrationIsClosed.class);
        assertThat(byInvite.register(account("NO-SUCH-CODE"), Client.program(""), "test"))
                .isInstanceOf(InviteRefused.class);
        assertThat(byInvite.register(account(given.invite(1)), Client.program(""), "test"))
                .isInstanceOf(Registered.class);
    }

    @Test
    void closedMeansExceptForOperators() {
        var closed = registrations(RegistrationMode.CLOSED);
        var code = given.invite(1);

        assertThat(closed.register(account(null), Client.program(""), "test")).isInstanceOf(RegistrationIsClosed.class);
        assertThat(closed.register(account(code), Client.program(""), "test")).isInstanceOf(RegistrationIsClosed.class);
        assertThat(closed.register(account(given.invite(1, Role.ADMIN)), Client.program(""), "test"))
                .isInstanceOf(Registered.class);
        assertThat(registrations(RegistrationMode.INVITE).register(account(code), Client.program(""), "test"))
                .as("the refused registration did not use the code up")
                .isInstanceOf(Registered.class);
    }

    @Test
    void aServerWithoutAnOperatorInvitesOneHoweverManyNodesStart() {
        database.runJob(tx -> tx.execute("update users set roles = '{participant}'"));

        var lines = inParallel(5, () -> firstOperator.invitation().orElseThrow());

        assertThat(lines.stream().distinct()).hasSize(1);
        var code = lines.getFirst().replaceFirst(".* invite code (\\S+) .*", "$1");
        assertThat(register(Map.of("invite_code", code)).status()).isEqualTo(200);
        assertThat(firstOperator.invitation()).isEmpty();
    }

    @Test
    void secretsDoNotLeakThroughRecords() {
        var secret = "a secret nobody may read";
        var tokens = ((Registered)
                        registrations(RegistrationMode.OPEN).register(account(null), Client.program(""), "test"))
                .tokens();

        assertThat(new NewAccount("a@b.org", secret, "Ana", "UTC", null, null, secret).toString())
                .doesNotContain(secret);
        assertThat(new Registered(tokens).toString()).doesNotContain(tokens.accessToken(), tokens.refreshToken());
        assertThat(new OpaqueToken(secret).toString()).doesNotContain(secret);
        assertThat(new InviteCode(secret).toString()).doesNotContainIgnoringCase(secret);
    }

    private void assertRefused(String pointer, Map<String, String> values) {
        var answer = register(values);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    private Answer register(Map<String, String> values) {
        var body = new HashMap<>(Map.of(
                "email",
                given.freshEmail("ana"),
                "password",
                Given.PASSWORD,
                "display_name",
                "Ana",
                "time_zone",
                "UTC"));
        body.putAll(values);
        return given.nobody().post("/register", body);
    }

    private NewAccount account(@Nullable String code) {
        return new NewAccount(given.freshEmail("ana"), Given.PASSWORD, "Ana", "UTC", null, null, code);
    }

    private Registrations registrations(RegistrationMode mode) {
        return new Registrations(database, people, invites, passwords, sessions, issuer, throttle, clock, mode);
    }
}
