package dev.trellis.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RegistrationTest {
    @Inject
    Given given;

    @Test
    void whoeverRegistersIsLoggedIn() {
        var ana = given.person("ana", "Europe/Madrid");

        var me = ana.get("/me");

        assertThat(me.status()).as(me.text()).isEqualTo(200);
        assertThat(me.text("/display_name")).isEqualTo("ana");
        assertThat(me.text("/time_zone")).isEqualTo("Europe/Madrid");
        assertThat(me.text("/roles/0")).isEqualTo("participant");
    }
}
