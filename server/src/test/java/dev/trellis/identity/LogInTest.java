package dev.trellis.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Api.Answer;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LogInTest {
    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Test
    void emailAndPasswordLetIn() {
        var email = email();

        var answer = logIn(" " + email.toUpperCase(Locale.ROOT), Given.PASSWORD);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(given.nobody().with(answer.text("/access_token")).get("/me").text("/email"))
                .isEqualTo(email);
        assertThat(answer.text("/access_token")).startsWith("trla_");
        assertThat(answer.text("/refresh_token")).startsWith("trlr_");
    }

    @Test
    void wrongPasswordAndUnknownEmailAreRefusedAlike() {
        var wrong = logIn(email(), "not the password");
        var unknown = logIn(given.freshEmail("nobody"), "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("log-in-refused");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void suspendedPeopleStayOutAtOnce() {
        var operator = given.operator("olga");
        var email = email();
        var session = given.nobody().with(logIn(email, Given.PASSWORD).text("/access_token"));
        var id = session.get("/me").id();

        assertThat(operator.patch("/users/" + id, Map.of("status", "suspended")).status())
                .isEqualTo(200);

        assertThat(session.get("/me").status()).isEqualTo(401);
        assertThat(logIn(email, Given.PASSWORD).problem()).isEqualTo("log-in-refused");
    }

    @Test
    void guessingIsSlowedDownPerEmailAddress() {
        var email = email();
        for (var i = 0; i < 10; i++) {
            assertThat(logIn(email, "wrong password " + i).status()).isEqualTo(401);
        }

        var throttled = logIn(email, Given.PASSWORD);

        assertThat(throttled.status()).isEqualTo(429);
        assertThat(Integer.parseInt(throttled.header("Retry-After"))).isBetween(1, 90);
        assertThat(logIn(email(), Given.PASSWORD).status()).as("others get in").isEqualTo(200);
        clock.advance(Duration.ofSeconds(91));
        assertThat(logIn(email, Given.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void loggingInRightOftenIsNotGuessing() {
        var email = email();

        for (var i = 0; i < 15; i++) {
            assertThat(logIn(email, Given.PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void guessingIsSlowedDownPerNetworkAddress() {
        var throttle = new LogInThrottle(10, 3, clock);
        for (var i = 0; i < 3; i++) {
            assertThat(throttle.attempt(new EmailAddress(i + "@example.org"), "192.0.2.1"))
                    .isEmpty();
        }

        assertThat(throttle.attempt(new EmailAddress("4@example.org"), "192.0.2.1"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5)));
        assertThat(throttle.attempt("192.0.2.2")).isEmpty();
    }

    @Test
    void passwordsAreKeptAsArgon2idWithTheirParameters() {
        var strong = new Passwords(19456, 2, 1);

        var hash = strong.hash(Given.PASSWORD);

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(new Passwords(64, 1, 1).matches(Given.PASSWORD, hash)).isTrue();
        assertThat(strong.matches("another password", hash)).isFalse();
        assertThat(strong.matches("a password nobody has", null)).isFalse();
    }

    private String email() {
        return given.person("ana").get("/me").text("/email");
    }

    private Answer logIn(String email, String password) {
        return given.nobody().post("/login", Map.of("email", email, "password", password, "device", "test"));
    }
}
