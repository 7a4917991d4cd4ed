package dev.trellis.assessment;

import static dev.trellis.assessment.Consulted.ABOUT_YOU;
import static dev.trellis.assessment.Consulted.HEALTH;
import static dev.trellis.assessment.Consulted.answer;
import static dev.trellis.assessment.Consulted.id;
import static dev.trellis.assessment.Consulted.tellAll;
import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.assessment.ConsultationCompletion.AlreadyCompleted;
import dev.trellis.assessment.ConsultationCompletion.Completed;
import dev.trellis.assessment.ConsultationCompletion.Incomplete;
import dev.trellis.platform.Actor;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A consultation is completed once, when nothing is missing, and tells who listens. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConsultationCompletionTest {
    @Inject
    Given given;

    @Inject
    Consultations consultations;

    @Test
    void completingClosesItOnceHoweverManyRaceAndTellsWhoListens() {
        var ana = given.person("ana");
        var id = tellAll(ana);
        var actor = Actor.person(id(ana));

        var outcomes = inParallel(8, () -> consultations.complete(actor, id));

        assertThat(outcomes).filteredOn(Completed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(AlreadyCompleted.class::isInstance).hasSize(7);
        assertThat(Owner.number("select count(*) from events where type = 'consultation.completed' and user_id = '"
                        + id(ana) + "' and payload->>'consultation_id' = '" + id + "'"))
                .isEqualTo(1);
        var closed = ana.get("/consultations/" + id);
        assertThat(closed.text("/state")).isEqualTo("completed");
        assertThat(closed.text("/completed_at")).isEqualTo("2026-11-16T12:00:00Z");
        assertThat(ana.put("/consultations/" + id + "/sections/health", HEALTH).problem())
                .isEqualTo("already-completed");
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsClosed() {
        var ana = given.person("ana");
        var actor = Actor.person(id(ana));
        var id = ana.post("/consultations", null).id();
        answer(ana, id, "about_you", ABOUT_YOU);
        answer(ana, id, "injuries", Map.of());

        var outcome = consultations.complete(actor, id);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Incomplete.class,
                        incomplete -> assertThat(incomplete.missing())
                                .containsExactly(
                                        ConsultationSection.HEALTH,
                                        ConsultationSection.GOALS,
                                        ConsultationSection.TRAINING_HISTORY,
                                        ConsultationSection.EQUIPMENT_AND_SCHEDULE,
                                        ConsultationSection.FOOD,
                                        ConsultationSection.SLEEP_AND_STRESS,
                                        ConsultationSection.PREFERENCES));
        assertThat(consultations.answers(actor, id)).isEmpty();
        assertThat(consultations.latestAnswers(actor)).isEmpty();
        assertThat(ana.get("/consultations/" + id).text("/state")).isEqualTo("open");
    }

    @Test
    void anAnswerThatHasBecomeNoneIsAskedAgain() {
        var ana = given.person("ana");
        var id = tellAll(ana);
        Owner.executeAsSuperuser("update consultation_answers set answers = answers || '{\"diet\": \"breatharian\"}'"
                + " where section = 'food' and user_id = '" + id(ana) + "'");

        var outcome = consultations.complete(Actor.person(id(ana)), id);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Incomplete.class,
                        incomplete -> assertThat(incomplete.missing()).containsExactly(ConsultationSection.FOOD));
    }

    @Test
    void completingTellsTheProfileWhatBelongsThere() {
        var ana = given.person("ana");
        ana.put(
                "/me/profile",
                Map.of("safety_flags", Map.of("seizure", true, "pregnancy", true), "exclusions", List.of("offal")));

        consultations.complete(Actor.person(id(ana)), tellAll(ana));

        var profile = ana.get("/me/profile").body();
        assertThat(profile.path("birth_date").asText()).isEqualTo("1990-03-21");
        assertThat(profile.path("height_cm").asDouble()).isEqualTo(165.5);
        assertThat(profile.at("/allergies/0").asText()).isEqualTo("nuts");
        assertThat(profile.at("/exclusions/0").asText())
                .as("what was not asked or passed stays")
                .isEqualTo("offal");
        assertThat(profile.at("/safety_flags/seizure").asBoolean()).isTrue();
        assertThat(profile.at("/safety_flags/pregnancy").asBoolean(true)).isFalse();
        assertThat(profile.at("/safety_flags/allergy_nuts_fish").asBoolean()).isTrue();
    }
}
