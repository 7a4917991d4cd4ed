package dev.trellis.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Role;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.Race;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The link with which somebody takes the account that a roster made for them. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AccountClaimTest {
    private static final AccountClaims.NewPassword PASSWORD = new AccountClaims.NewPassword(Given.PASSWORD);

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    RosterAccounts roster;

    @Inject
    AccountClaims claims;

    @Inject
    TestClock clock;

    @Inject
    InstantSource now;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    private record Newcomer(UUID id, String email) {}

    @Test
    void letsExactlyThatPersonInOnce() {
        var ana = newcomer();
        var token = link(ana);

        assertThat(claims.waiting(token))
                .hasValueSatisfying(waiting -> assertThat(waiting.email()).isEqualTo(ana.email()));
        assertThat(claim(token)).isInstanceOf(AccountClaims.Claim.Claimed.class);
        assertThat(claim(token)).isInstanceOf(AccountClaims.Claim.LinkRefused.class);
        assertThat(logIn(ana.email()).status()).isEqualTo(200);
        assertThat(claims.waits(ana.id())).isFalse();
        assertThat(claims.make(operator(), ana.id())).isInstanceOf(ClaimLink.HasLogIn.class);
    }

    @Test
    void isKeptAsItsHashAndTheNextOneTakesItsPlace() {
        var ana = newcomer();
        var first = link(ana);
        var second = link(ana);

        assertThat(Owner.number("select count(*) from account_claims where user_id = '" + ana.id()
                        + "' and token_hash = sha256('" + second + "')"))
                .isEqualTo(1);
        assertThat(claim(first)).isInstanceOf(AccountClaims.Claim.LinkRefused.class);
        assertThat(claims.waiting(second)).isPresent();
        assertThat(Owner.count("audit_log", "action = 'account_claim_made' and person_id", ana.id()))
                .isEqualTo(2);
    }

    @Test
    void expires() {
        var ana = newcomer();
        var token = link(ana);
        clock.advance(Duration.ofDays(15));

        assertThat(claims.waiting(token)).isEmpty();
        assertThat(claim(token)).isInstanceOf(AccountClaims.Claim.LinkRefused.class);
        assertThat(logIn(ana.email()).status()).isEqualTo(401);
    }

    @Test
    void ofManyWhoTryAtOnceOneGetsIn() {
        var ana = newcomer();
        var token = link(ana);

        assertThat(Race.inParallel(4, () -> claim(token)).stream()
                        .filter(AccountClaims.Claim.Claimed.class::isInstance)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whoeverCanLogInNeedsNone() {
        var bea = given.person("bea").get("/me").id();

        assertThat(claims.make(operator(), bea)).isInstanceOf(ClaimLink.HasLogIn.class);
        assertThat(claims.make(operator(), UUID.randomUUID())).isInstanceOf(ClaimLink.NoSuchAccount.class);
    }

    private Newcomer newcomer() {
        var email = given.freshEmail("roster");
        var ids = database.asJob(tx ->
                roster.ensure(tx, List.of(new RosterAccounts.RosterPerson(email, "Ana", false)), "UTC", now.instant()));
        return new Newcomer(Objects.requireNonNull(ids.get(email.toLowerCase(Locale.ROOT))), email);
    }

    private String link(Newcomer person) {
        return ((ClaimLink.Made) claims.make(operator(), person.id())).token();
    }

    private Actor operator() {
        return new Actor(given.operator("olga").get("/me").id(), Role.ADMIN);
    }

    private AccountClaims.Claim claim(String token) {
        return claims.claim(token, PASSWORD, Client.program(""), "203.0.113.7");
    }

    private Api.Answer logIn(String email) {
        return given.nobody().post("/login", Map.of("email", email, "password", Given.PASSWORD));
    }
}
