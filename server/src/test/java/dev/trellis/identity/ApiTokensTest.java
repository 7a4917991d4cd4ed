package dev.trellis.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Database;
import dev.trellis.platform.Role;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ApiTokensTest {
    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    Database database;

    @Inject
    SessionStore sessions;

    @Inject
    ApiTokenStore store;

    @Inject
    OpenIdIssuer issuer;

    @Inject
    ExternalPeople external;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void aTokenDoesWhatItsScopesAllow() {
        var ana = given.person("ana");
        var token = ana.post("/me/tokens", Map.of("name", "watch", "scopes", List.of("read")));
        assertThat(token.status()).as(token.text()).isEqualTo(201);
        var watch = given.nobody().with(token.text("/token"));

        assertThat(watch.get("/me").id()).isEqualTo(ana.get("/me").id());
        assertThat(watch.patch("/me", Map.of("display_name", "Other")).status()).isEqualTo(403);
        assertThat(watch.get("/me/tokens").status()).isEqualTo(403);
        assertThat(watch.get("/me/export").status()).isEqualTo(403);
    }

    @Test
    void theSecretIsShownOnce() {
        var ana = given.person("ana");
        var request = Map.of("name", "watch", "scopes", List.of("read"));
        var first = ana.header("Idempotency-Key", "one token").post("/me/tokens", request);

        var again = ana.header("Idempotency-Key", "one token").post("/me/tokens", request);

        assertThat(first.text("/token")).startsWith("trlt_");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.body().has("token")).isFalse();
        var listed = ana.get("/me/tokens");
        assertThat(listed.body().at("/items")).hasSize(1);
        assertThat(listed.text()).doesNotContain(first.text("/token"));
        var kept = database.asJob(tx -> tx.createQuery("""
                        select coalesce(string_agg(k::text, ''), '') || coalesce(string_agg(t::text, ''), '')
                          from idempotency_keys k full join api_tokens t on false
                        """).mapTo(String.class).one());
        assertThat(kept).contains("watch").doesNotContain(first.text("/token"));
    }

    @Test
    void nobodyGivesAwayMoreThanTheyHave() {
        var refused = given.person("ana").post("/me/tokens", Map.of("name", "x", "scopes", List.of("read", "operate")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/scopes");
    }

    @Test
    void aTokenLosesWhatItsPersonLoses() {
        var olga = given.operator("olga");
        var rita = given.person("rita", Role.ADMIN);
        var token = rita.post("/me/tokens", Map.of("name", "x", "scopes", List.of("read", "operate")))
                .text("/token");
        assertThat(given.nobody().with(token).get("/users").status()).isEqualTo(200);

        olga.patch("/users/" + rita.get("/me").id(), Map.of("roles", List.of("participant")));

        assertThat(given.nobody().with(token).get("/users").status()).isEqualTo(403);
        assertThat(given.nobody().with(token).get("/me").status()).isEqualTo(200);
    }

    @Test
    void aTokenExpiresAndSaysWhenItWasUsed() {
        var ana = given.person("ana");
        var expiresAt = clock.instant().plus(Duration.ofMinutes(5));
        var token = ana.post(
                "/me/tokens", Map.of("name", "x", "scopes", List.of("read"), "expires_at", expiresAt.toString()));
        var holder = given.nobody().with(token.text("/token"));

        assertThat(holder.get("/me").status()).isEqualTo(200);
        assertThat(ana.get("/me/tokens").text("/items/0/last_used_on"))
                .isEqualTo(clock.instant().toString().substring(0, 10));
        clock.advance(Duration.ofMinutes(5));
        assertThat(holder.get("/me").status()).isEqualTo(401);
    }

    @Test
    void aTokenThatIsInUseForDaysSaysSoEveryDay() {
        var ana = given.person("ana");
        var token = ana.post("/me/tokens", Map.of("name", "x", "scopes", List.of("read")))
                .text("/token");
        var nanos = new AtomicLong();
        var node = new AccessTokens(database, sessions, store, issuer, external, clock, nanos::get);
        node.verify(token);
        node.verify(token);
        nanos.addAndGet(AccessTokens.FRESH.toNanos());
        clock.advance(Duration.ofDays(1));

        node.askAgain();

        var usedOn = database.asJob(tx -> tx.createQuery("select last_used_on from api_tokens where token_hash = :hash")
                .bind("hash", TokenHash.of(token).bytes())
                .mapTo(LocalDate.class)
                .one());
        assertThat(usedOn).isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Test
    void aTokenThatHasExpiredAlreadyIsNotMade() {
        var refused = given.person("ana")
                .post(
                        "/me/tokens",
                        Map.of(
                                "name",
                                "x",
                                "scopes",
                                List.of("read"),
                                "expires_at",
                                clock.instant().toString()));

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/expires_at");
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        var ana = given.person("ana");
        var token = ana.post("/me/tokens", Map.of("name", "x", "scopes", List.of("read")));
        var holder = given.nobody().with(token.text("/token"));
        assertThat(holder.get("/me").status()).isEqualTo(200);
        assertThat(given.person("ben").delete("/me/tokens/" + token.id()).status())
                .isEqualTo(404);

        assertThat(ana.delete("/me/tokens/" + token.id()).status()).isEqualTo(204);

        assertThat(holder.get("/me").status()).isEqualTo(401);
        assertThat(ana.delete("/me/tokens/" + token.id()).status()).isEqualTo(404);
    }
}
