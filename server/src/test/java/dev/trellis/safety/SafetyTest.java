package dev.trellis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What words of danger do: a notice at once, a hold until it is lifted, and no word of them kept. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SafetyTest {
    private static final String DESPAIR = "I want to kill myself";
    private static final String HEART = "chest feels tight when I run and my left arm hurts";

    @Inject
    Given given;

    @Test
    void aCalmPersonIsNotHeld() {
        var ana = given.person("ana");

        var state = ana.get("/safety");

        assertThat(state.text("/level")).isEqualTo("s0");
        assertThat(state.body().path("held").asBoolean()).isFalse();
        assertThat(state.body().path("messages")).isEmpty();
    }

    @Test
    void wordsOfDespairAreAnsweredAtOnceAndHoldSuggestions() {
        var ana = given.person("ana");

        var intake = intake(ana, DESPAIR);

        assertThat(intake.status()).isEqualTo(201);
        assertThat(intake.text("/safety_level")).isIn("s2", "s3");
        assertThat(intake.text("/safety/level")).isEqualTo(intake.text("/safety_level"));
        assertThat(intake.text("/safety/message")).isNotBlank();
        var state = ana.get("/safety");
        assertThat(state.text("/level")).isEqualTo("s2");
        assertThat(state.body().path("held").asBoolean()).isTrue();
        assertThat(state.text("/messages/0")).isEqualTo(intake.text("/safety/message"));
        assertThat(state.text("/resumes")).contains("confirm that you are safe");
    }

    @Test
    void namesTheNumbersOfThePersonsCountry() {
        var ana = given.person("ana");
        Owner.executeAsSuperuser("update users set country = 'US' where id = '" + id(ana) + "'");

        var intake = intake(ana, DESPAIR);

        assertThat(intake.text("/safety/contacts/line")).isEqualTo("988");
        assertThat(intake.text("/safety/contacts/emergency")).isEqualTo("911");
        assertThat(intake.text("/safety/message")).contains("988").contains("911");
        assertThat(ana.get("/safety").text("/contacts/line")).isEqualTo("988");
    }

    @Test
    void keepsTheFindingAndNotTheWords() {
        var ana = given.person("ana");
        intake(ana, DESPAIR);

        assertThat(Owner.number("select count(*) from safety_events s where s::text ilike '%kill%'"))
                .isZero();
        assertThat(Owner.number("select count(*) from events e where e.type = 'safety.raised' and e.user_id = '"
                        + id(ana) + "' and e.payload->>'level' = 's2' and e.payload::text not ilike '%kill%'"))
                .isEqualTo(1);
    }

    @Test
    void thePersonLiftsAHoldByConfirmingToBeSafe() {
        var ana = given.person("ana");
        intake(ana, DESPAIR);

        var confirmed = ana.post("/safety/confirm-safe", null);

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.body().path("held").asBoolean()).isFalse();
        assertThat(ana.get("/safety").text("/level")).isEqualTo("s0");
        assertThat(ana.post("/safety/confirm-safe", null).status()).isEqualTo(200);
    }

    @Test
    void aBodyInDangerNeedsStaffAndThatIsWrittenDown() {
        var ana = given.person("ana");
        var operator = given.operator("otto");
        assertThat(intake(ana, HEART).text("/safety_level")).isEqualTo("s3");

        var confirmed = ana.post("/safety/confirm-safe", null);
        assertThat(confirmed.body().path("held").asBoolean()).isTrue();
        assertThat(confirmed.text("/resumes")).contains("clinician");

        var cleared = operator.post("/operations/safety/" + id(ana) + "/clear", null);
        assertThat(cleared.status()).as(cleared.text()).isEqualTo(200);
        assertThat(ana.get("/safety").body().path("held").asBoolean()).isFalse();
        assertThat(Owner.number("select count(*) from audit_log where action = 'safety.clear' and person_id = '"
                        + id(ana) + "' and actor_id = '" + id(operator) + "'"))
                .isEqualTo(1);
        assertThat(operator.post("/operations/safety/" + id(ana) + "/clear", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyStaffClearAndOnlyOnesOwnStateIsSeen() {
        var ana = given.person("ana");
        var eve = given.person("eve");
        intake(ana, HEART);

        assertThat(eve.post("/operations/safety/" + id(ana) + "/clear", null).status())
                .isEqualTo(403);
        assertThat(eve.get("/safety").text("/level")).isEqualTo("s0");
        assertThat(eve.post("/safety/confirm-safe", null).status()).isEqualTo(200);
        assertThat(ana.get("/safety").body().path("held").asBoolean()).isTrue();
    }

    @Test
    void worryAboutAFriendIsAnsweredAndHoldsNothing() {
        var ana = given.person("ana");

        var intake = intake(ana, "my friend says she wants to die");

        assertThat(intake.text("/safety/message")).isNotBlank();
        assertThat(ana.get("/safety").body().path("held").asBoolean()).isFalse();
    }

    @Test
    void gymTalkIsNoDanger() {
        var intake = intake(given.person("ana"), "That workout nearly killed me lol");

        assertThat(intake.text("/safety_level")).isEqualTo("s0");
        assertThat(intake.body().has("safety")).isFalse();
    }

    private static Api.Answer intake(Api person, String text) {
        return person.post("/intakes", Map.of("goal", "Feel better", "text", text));
    }

    private static String id(Api person) {
        return person.get("/me").text("/id");
    }
}
