package dev.trellis.identity;

import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Database;
import dev.trellis.testing.Api;
import dev.trellis.testing.Api.Answer;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SessionsTest {
    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    Database database;

    @Inject
    SessionStore store;

    @Inject
    ApiTokenStore apiTokens;

    @Inject
    OpenIdIssuer issuer;

    @Inject
    ExternalPeople external;

    @Inject
    Vertx vertx;

    @Inject
    @VirtualThreads
    ExecutorService threads;

    @Test
    void accessTokensExpireAfterTenMinutes() {
        var session = as(logIn());

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(session.get("/me").status()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));
        assertThat(session.get("/me").status()).isEqualTo(401);
    }

    @Test
    void refreshingGivesANewPairAndVoidsTheOld() {
        var first = logIn();
        assertThat(as(first).get("/me").status()).isEqualTo(200);

        var second = refresh(first);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/session_id")).isEqualTo(first.text("/session_id"));
        assertThat(as(second).get("/me").status()).isEqualTo(200);
        assertThat(as(first).get("/me").status()).isEqualTo(401);
    }

    @Test
    void aRefreshTokenExpiresAfterThirtyDaysWithoutUse() {
        var session = logIn();
        clock.advance(Duration.ofDays(29));
        var next = refresh(session);
        assertThat(next.status()).isEqualTo(200);

        clock.advance(Duration.ofDays(30));

        assertThat(refresh(next).status()).isEqualTo(401);
    }

    @Test
    void aRefreshTokenShownAgainEndsTheSession() {
        var first = logIn();
        var second = refresh(first);
        clock.advance(Duration.ofMinutes(1));

        assertThat(refresh(first).status()).isEqualTo(401);

        assertThat(as(second).get("/me").status()).isEqualTo(401);
        assertThat(refresh(second).status()).isEqualTo(401);
    }

    @Test
    void racingRefreshesHaveOneWinnerAndNoVictim() {
        var session = logIn();

        var answers = inParallel(10, () -> refresh(session));

        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(9);
        var winner = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(winner).hasSize(1);
        assertThat(as(winner.getFirst()).get("/me").status()).isEqualTo(200);
    }

    @Test
    void loggingOutEndsThisSessionOnly() {
        var email = given.person("ana").get("/me").text("/email");
        var phone = logIn(email);
        var laptop = logIn(email);

        assertThat(as(phone).post("/logout", null).status()).isEqualTo(204);

        assertThat(as(phone).get("/me").status()).isEqualTo(401);
        assertThat(refresh(phone).status()).isEqualTo(401);
        assertThat(as(laptop).get("/me").status()).isEqualTo(200);
    }

    @Test
    void loggingOutEverywhereEndsAll() {
        var email = given.person("ana").get("/me").text("/email");
        var phone = logIn(email);
        var laptop = logIn(email);
        assertThat(as(laptop).get("/me").status()).isEqualTo(200);

        assertThat(as(phone)
                        .header("Idempotency-Key", "once")
                        .post("/logout-everywhere", null)
                        .status())
                .isEqualTo(204);

        assertThat(as(phone).get("/me").status()).isEqualTo(401);
        assertThat(as(laptop).get("/me").status()).isEqualTo(401);
    }

    @Test
    void sessionsAreListedNewestFirstAndEndedOneByOne() {
        var ana = given.person("ana");
        var phone = logIn(ana.get("/me").text("/email"));

        var page = ana.get("/me/sessions?limit=1");
        assertThat(page.body().at("/items")).hasSize(1);
        assertThat(page.text("/items/0/id")).isEqualTo(phone.text("/session_id"));
        assertThat(page.text("/items/0/device")).isEqualTo("phone");
        var rest = ana.get("/me/sessions?limit=1&cursor=" + page.text("/next_cursor"));
        assertThat(rest.body().at("/items")).hasSize(1);
        assertThat(rest.body().has("next_cursor")).isFalse();

        assertThat(ana.delete("/me/sessions/" + phone.text("/session_id")).status())
                .isEqualTo(204);
        assertThat(as(phone).get("/me").status()).isEqualTo(401);
        assertThat(ana.delete("/me/sessions/" + phone.text("/session_id")).status())
                .isEqualTo(404);
        assertThat(ana.get("/me/sessions").body().at("/items")).hasSize(1);
    }

    @Test
    void somebodyElsesSessionDoesNotExist() {
        var bens = logIn();

        assertThat(given.person("ana")
                        .delete("/me/sessions/" + bens.text("/session_id"))
                        .status())
                .isEqualTo(404);

        assertThat(as(bens).get("/me").status()).isEqualTo(200);
    }

    @Test
    void anotherNodeLearnsOfARevocationWithinFifteenSeconds() {
        var session = logIn();
        var nanos = new AtomicLong();
        var otherNode = new AccessTokens(database, store, apiTokens, issuer, external, clock, nanos::get);
        assertThat(otherNode.verify(session.text("/access_token"))).isPresent();

        as(session).post("/logout", null);

        nanos.addAndGet(Duration.ofSeconds(15).minusNanos(1).toNanos());
        assertThat(otherNode.verify(session.text("/access_token")))
                .as("no query a request")
                .isPresent();
        nanos.addAndGet(1);
        assertThat(otherNode.verify(session.text("/access_token"))).isEmpty();
    }

    @Test
    void aTokenInUseStaysRememberedAndOneThatIsNotLapses() {
        var nanos = new AtomicLong();
        var node = new AccessTokens(database, store, apiTokens, issuer, external, clock, nanos::get);
        var used = logIn().text("/access_token");
        var unused = logIn().text("/access_token");
        node.verify(used);
        node.verify(unused);

        nanos.addAndGet(AccessTokens.FRESH.toNanos());
        assertThat(node.remembered(used)).isPresent();
        node.askAgain();
        nanos.addAndGet(AccessTokens.FRESH.toNanos());

        assertThat(node.remembered(used)).as("asked for again, with all others").isPresent();
        assertThat(node.remembered(unused)).isEmpty();
    }

    @Test
    void whatIsFreshIsNotAskedForAgain() {
        var asked = new AtomicInteger();
        var nanos = new AtomicLong();
        var counting = new SessionStore() {
            @Override
            List<Usable> usable(Handle tx, Collection<TokenHash> access, Instant now) {
                asked.addAndGet(access.size());
                return super.usable(tx, access, now);
            }
        };
        var node = new AccessTokens(database, counting, apiTokens, issuer, external, clock, nanos::get);
        var token = logIn().text("/access_token");
        use(node, token);

        nanos.addAndGet(AccessTokens.FRESH.minusNanos(1).toNanos());
        node.askAgain();
        assertThat(asked).hasValue(1);
        nanos.addAndGet(1);
        node.askAgain();
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatWasRevokedElsewhereIsForgottenWhenItIsAskedForAgain() {
        var revoked = logIn();
        var live = logIn();
        var nanos = new AtomicLong();
        var otherNode = new AccessTokens(database, store, apiTokens, issuer, external, clock, nanos::get);
        use(otherNode, revoked.text("/access_token"), live.text("/access_token"));
        nanos.addAndGet(AccessTokens.FRESH.toNanos());

        as(revoked).post("/logout", null);
        otherNode.askAgain();

        assertThat(otherNode.remembered(revoked.text("/access_token"))).isEmpty();
        assertThat(otherNode.remembered(live.text("/access_token"))).isPresent();
    }

    @Test
    void whatIsRevokedHereWhileItIsAskedForAgainStaysForgotten() {
        var token = logIn().text("/access_token");
        var node = new AtomicReference<AccessTokens>();
        var slow = new SessionStore() {
            @Override
            List<Usable> usable(Handle tx, Collection<TokenHash> access, Instant now) {
                var found = super.usable(tx, access, now);
                if (node.get() != null) {
                    node.get().forget(TokenHash.of(token));
                }
                return found;
            }
        };
        var nanos = new AtomicLong();
        var tokens = new AccessTokens(database, slow, apiTokens, issuer, external, clock, nanos::get);
        use(tokens, token);
        nanos.addAndGet(AccessTokens.FRESH.toNanos());
        node.set(tokens);

        tokens.askAgain();

        assertThat(tokens.remembered(token)).isEmpty();
    }

    @Test
    void moreTokensThanGoIntoOneQuestionAreAllAskedForAgain() {
        var token = logIn().text("/access_token");
        var asked = new ArrayList<Integer>();
        var counting = new SessionStore() {
            @Override
            List<Usable> usable(Handle tx, Collection<TokenHash> access, Instant now) {
                asked.add(access.size());
                var who = super.usable(tx, List.of(TokenHash.of(token)), now).getFirst();
                return access.stream()
                        .map(hash -> new Usable(hash.hex(), who.userId(), who.id(), who.roles(), who.expiresAt()))
                        .toList();
            }
        };
        var nanos = new AtomicLong();
        var tokens = new AccessTokens(database, counting, apiTokens, issuer, external, clock, nanos::get);
        use(tokens, IntStream.range(0, 2500).mapToObj(n -> "trla_" + n).toArray(String[]::new));
        nanos.addAndGet(AccessTokens.FRESH.toNanos());
        asked.clear();

        tokens.askAgain();
        assertThat(asked).containsExactlyInAnyOrder(1000, 1000, 500);

        asked.clear();
        nanos.addAndGet(AccessTokens.FRESH.toNanos());
        tokens.askAgain();
        assertThat(asked).as("nobody used one meanwhile").isEmpty();
    }

    @Test
    void theServerAsksAgainByItself() throws InterruptedException {
        var session = logIn();
        var asked = new CountDownLatch(1);
        var nanos = new AtomicLong();
        var otherNode = new AccessTokens(database, store, apiTokens, issuer, external, clock, nanos::get) {
            @Override
            void askAgain() {
                super.askAgain();
                asked.countDown();
            }
        };
        use(otherNode, session.text("/access_token"));
        nanos.addAndGet(AccessTokens.FRESH.toNanos());
        as(session).post("/logout", null);
        var inUse = new TokensInUse(vertx, threads, otherNode);

        inUse.start(new StartupEvent());
        try {
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            inUse.stop(new ShutdownEvent());
        }

        assertThat(otherNode.remembered(session.text("/access_token"))).isEmpty();
    }

    @Test
    void tokensAreKeptOnlyAsHashes() {
        var session = logIn();

        var stored = database.asJob(tx -> tx.createQuery("select s::text from sessions s where id = :id")
                .bind("id", UUID.fromString(session.text("/session_id")))
                .mapTo(String.class)
                .one());

        assertThat(stored)
                .contains(TokenHash.of(session.text("/access_token")).hex())
                .doesNotContain(session.text("/access_token"), session.text("/refresh_token"));
    }

    @Test
    void aMadeUpTokenIsNobodys() {
        assertThat(given.nobody().get("/me").status()).isEqualTo(401);
        for (var token : new String[] {"trla_x", "trlt_x", "trlr_x", "eyJhbGciOiJub25lIn0.e30.", "x"}) {
            assertThat(given.nobody().with(token).get("/me").status()).isEqualTo(401);
        }
    }

    /** Looked up the first time, and in use from the second time on. */
    private static void use(AccessTokens node, String... tokens) {
        for (var time = 0; time < 2; time++) {
            List.of(tokens).forEach(node::verify);
        }
    }

    private Answer logIn() {
        return logIn(given.person("ben").get("/me").text("/email"));
    }

    private Answer logIn(String email) {
        return given.nobody().post("/login", Map.of("email", email, "password", Given.PASSWORD, "device", "phone"));
    }

    private Answer refresh(Answer tokens) {
        return given.nobody().post("/token/refresh", Map.of("refresh_token", tokens.text("/refresh_token")));
    }

    private Api as(Answer tokens) {
        return given.nobody().with(tokens.text("/access_token"));
    }
}
