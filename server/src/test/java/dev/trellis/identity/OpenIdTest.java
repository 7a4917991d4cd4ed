package dev.trellis.identity;

import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Database;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.IssuerForTests;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(OpenIdTest.WithIssuer.class)
class OpenIdTest {
    /** A server that leaves accounts to an issuer; hence one more start of the server in the test run. */
    public static class WithIssuer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "trellis.oidc.issuer", IssuerForTests.running().address(),
                    "trellis.oidc.audience", "trellis",
                    "trellis.oidc.roles-claim", "groups");
        }
    }

    private final IssuerForTests issuer = IssuerForTests.running();

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    Database database;

    @Test
    void aPersonIsMadeAtFirstSightAndStaysTheSame() {
        var subject = subject();
        var first = as(token(Map.of(
                        "sub",
                        subject,
                        "name",
                        "Ana",
                        "email",
                        subject + "@example.org",
                        "email_verified",
                        true,
                        "zoneinfo",
                        "Europe/Madrid",
                        "locale",
                        "es-ES")))
                .get("/me");

        var second = as(token(Map.of("sub", subject, "name", "Other"))).get("/me");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.text("/display_name")).isEqualTo("Ana");
        assertThat(first.text("/email")).isEqualTo(subject + "@example.org");
        assertThat(first.text("/time_zone")).isEqualTo("Europe/Madrid");
        assertThat(first.text("/locale")).isEqualTo("es-ES");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void manyFirstRequestsMakeOnePerson() {
        var subject = subject();

        var ids = inParallel(
                10,
                () -> as(token(Map.of("sub", subject, "jti", UUID.randomUUID().toString())))
                        .get("/me")
                        .text("/id"));

        assertThat(ids.stream().distinct()).hasSize(1).doesNotContain("");
    }

    @Test
    void rolesFollowTheIssuer() {
        var subject = subject();
        var before = token(Map.of("sub", subject, "groups", List.of("admin", "somebody-elses-role")));
        assertThat(as(before).get("/users").status()).isEqualTo(200);

        var after = token(Map.of("sub", subject, "groups", List.of()));

        assertThat(as(after).get("/users").status()).isEqualTo(403);
        assertThat(as(after).get("/me").body().at("/roles")).hasSize(1);
    }

    @Test
    void anUnverifiedOrTakenEmailIsNotBelieved() {
        var email = subject() + "@example.org";
        as(token(Map.of("sub", subject(), "email", email, "email_verified", true)))
                .get("/me");

        var taken = as(token(Map.of("sub", subject(), "email", email, "email_verified", true)))
                .get("/me");
        var unverified =
                as(token(Map.of("sub", subject(), "email", "x" + email))).get("/me");

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().path("email").isNull()).isTrue();
        assertThat(unverified.body().path("email").isNull()).isTrue();
    }

    @Test
    void whatTheIssuerDidNotSignForUsNowIsRefused() {
        var expired = clock.instant().minus(Duration.ofMinutes(1)).getEpochSecond();

        assertRefused(token(Map.of("aud", "another program")));
        assertRefused(token(Map.of("iss", "https://elsewhere.example.org")));
        assertRefused(token(Map.of("exp", expired)));
        assertRefused(issuer.signedByNobody(claims(Map.of())));
        assertRefused(issuer.signedWithAnotherKey(claims(Map.of())));
        assertRefused(issuer.unsigned(claims(Map.of())));
    }

    @Test
    void aTokenStopsWorkingWhenItExpires() {
        var session = as(token(Map.of("sub", subject())));
        assertThat(session.get("/me").status()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(6));

        assertThat(session.get("/me").status()).isEqualTo(401);
    }

    @Test
    void theSuspendedStayOut() {
        var ana = as(token(Map.of("sub", subject())));
        var id = ana.get("/me").id();
        var olga = as(token(Map.of("sub", subject(), "groups", List.of("admin"))));

        assertThat(olga.patch("/users/" + id, Map.of("status", "suspended")).status())
                .isEqualTo(200);

        assertThat(ana.get("/me").status()).isEqualTo(401);
    }

    @Test
    void passwordsAreLeftToTheIssuer() {
        var logIn = given.nobody().post("/login", Map.of("email", "ana@example.org", "password", Given.PASSWORD));
        var refresh = given.nobody().post("/token/refresh", Map.of("refresh_token", "trlr_x"));
        var register = given.nobody()
                .post(
                        "/register",
                        Map.of(
                                "email", "ana@example.org",
                                "password", Given.PASSWORD,
                                "display_name", "Ana",
                                "time_zone", "UTC"));

        for (var answer : List.of(logIn, refresh, register)) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("log-in-elsewhere");
            assertThat(answer.text("/detail")).contains(issuer.address());
        }
    }

    @Test
    void programsStillUseApiTokens() {
        var ana = as(token(Map.of("sub", subject())));

        var token = ana.post("/me/tokens", Map.of("name", "watch", "scopes", List.of("read")));

        assertThat(as(token.text("/token")).get("/me").id())
                .isEqualTo(ana.get("/me").id());
    }

    private void assertRefused(String token) {
        assertThat(as(token).get("/me").status()).isEqualTo(401);
    }

    private String token(Map<String, ?> differences) {
        return issuer.sign(claims(differences));
    }

    private Map<String, Object> claims(Map<String, ?> differences) {
        var claims = new HashMap<String, Object>(Map.of(
                "iss", issuer.address(),
                "aud", "trellis",
                "sub", subject(),
                "exp", clock.instant().plus(Duration.ofMinutes(5)).getEpochSecond()));
        claims.putAll(differences);
        return claims;
    }

    private static String subject() {
        return UUID.randomUUID().toString();
    }

    private Api as(String token) {
        return given.nobody().with(token);
    }
}
