package dev.trellis.interventions;

import static dev.trellis.testing.Race.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Role;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reviewer decides, once, and what follows from it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReviewsTest {
    private static final Map<String, Object> APPROVE = Map.of("decision", "approve");

    @Inject
    Given given;

    @Inject
    Reviews reviews;

    @Inject
    TestClock clock;

    private Api ana;
    private Api rita;

    @BeforeEach
    void anAuthorAndAReviewer() {
        ana = given.person("ana");
        rita = given.person("rita", Role.REVIEWER);
    }

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void theQueueShowsTheOldestFirstWithFlagsAndWhatItResembles() {
        var body = new HashMap<>(Suggesting.submission("Caffeine stop"));
        body.put("description", "Stop caffeine eight hours before bed, so that falling asleep is easier. No pills.");
        body.put("category", "sleep");
        body.put("profile_match", "Coffee after midday");
        body.put("habits", List.of("Last coffee eight hours before bed"));
        var older = Suggesting.submit(ana, body);
        var newer = Suggesting.submit(ana, Suggesting.submission("Window tea"));

        var queue = queue();

        assertThat(queue.indexOf(older)).isNotNegative().isLessThan(queue.indexOf(newer));
        var item = Suggesting.find(itemsOfQueue(), "/submission/intervention_id", older);
        assertThat(item.at("/submission/moderation_flags/0").asText()).isEqualTo("supplements_or_medicines");
        assertThat(item.path("similar")).hasSize(3);
        assertThat(item.at("/similar/0/name").asText()).isEqualTo("Caffeine curfew");
        assertThat(item.at("/similar/0/similarity").asDouble()).isBetween(0.2, 1.0);
        assertThat(Owner.number("select count(*) from audit_log where action = 'submissions.read' and person_id = '"
                        + ana.get("/me").id() + "'"))
                .isPositive();
    }

    @Test
    void oneIsComparedWithWholeEntriesOfTheCatalogueAndNeverWithItself() {
        var body = new HashMap<>(Suggesting.submission("Caffeine stop"));
        body.put("description", "Stop caffeine eight hours before bed, so that falling asleep is easier.");
        body.put("habits", List.of("Last coffee eight hours before bed"));
        var id = Suggesting.submit(ana, body);
        var reviewer = new Actor(rita.get("/me").id(), Role.REVIEWER);

        var compared = reviews.compare(reviewer, id).orElseThrow();

        assertThat(compared.own()).isFalse();
        assertThat(compared.submission().interventionId()).isEqualTo(id);
        assertThat(compared.nearest())
                .hasSize(3)
                .isSortedAccordingTo((one, other) -> Double.compare(other.similarity(), one.similarity()));
        var closest = compared.nearest().getFirst();
        assertThat(closest.item().name()).isEqualTo("Caffeine curfew");
        assertThat(closest.item().habits()).isNotEmpty();
        assertThat(closest.similarity()).isBetween(0.2, 1.0);
        assertThat(Owner.number("select count(*) from audit_log where action = 'submissions.read' and person_id = '"
                        + ana.get("/me").id() + "'"))
                .isEqualTo(1);

        var tea = Suggesting.submit(ana, Suggesting.submission("Window tea"));
        Suggesting.review(rita, tea, APPROVE);
        clock.advance(Duration.ofSeconds(3));
        assertThat(reviews.compare(reviewer, tea).orElseThrow().nearest())
                .hasSize(3)
                .noneMatch(near -> near.item().interventionId() == tea);
        assertThat(reviews.compare(reviewer, 99_999_999)).isEmpty();
    }

    @Test
    void anApprovedOneIsInTheCatalogueLabelledAsAMembers() {
        var id = Suggesting.submit(ana, Suggesting.submission("Window tea"));

        var approved = Suggesting.review(rita, id, APPROVE);

        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.text("/status")).isEqualTo("approved");
        var shown = given.person("eve").get("/interventions/" + id);
        assertThat(shown.text("/label")).isEqualTo("from a member, not reviewed as evidence");
        assertThat(shown.text("/evidence/grade")).isEqualTo("D");
        assertThat(shown.body().path("from_member").asBoolean()).isTrue();
        assertThat(shown.body().path("habits")).hasSize(2);
        assertThat(queue()).doesNotContain(id);
        assertThat(Owner.number("select count(*) from events where type = 'intervention.reviewed' and user_id = '"
                        + ana.get("/me").id() + "' and actor = '"
                        + rita.get("/me").text("/id")
                        + "' and payload->>'status' = 'approved'"))
                .isEqualTo(1);
    }

    @Test
    void anApprovedOneIsFoundBySearchSecondsLater() {
        var id = Suggesting.submit(ana, Suggesting.submission("Zymurgical window tea"));
        Suggesting.review(rita, id, APPROVE);

        clock.advance(Duration.ofSeconds(3));

        assertThat(Suggesting.ids(ana.get("/interventions?q=zymurgical%20window%20tea")))
                .contains(id);
    }

    @Test
    void anEditorsGradeTakesTheLabelAway() {
        var id = Suggesting.submit(ana, Suggesting.submission("Window tea"));

        Suggesting.review(rita, id, Map.of("decision", "approve", "evidence_grade", "C"));

        var shown = ana.get("/interventions/" + id);
        assertThat(shown.text("/evidence/grade")).isEqualTo("C");
        assertThat(shown.body().has("label")).isFalse();
    }

    @Test
    void aChangeIsAskedForMadeAndReviewedAgain() {
        var id = Suggesting.submit(ana, Suggesting.submission("Window tea"));

        var asked = Suggesting.review(rita, id, Map.of("decision", "request_changes", "note", "Say how long."));
        assertThat(asked.text("/status")).isEqualTo("reviewed");
        assertThat(queue()).doesNotContain(id);
        assertThat(Suggesting.review(rita, id, APPROVE).problem()).isEqualTo("wrong-state");

        var changed = ana.patch("/interventions/" + id, Suggesting.submission("Window tea, ten minutes"));
        assertThat(changed.text("/status")).isEqualTo("pending");
        assertThat(changed.text("/review_note")).isEqualTo("Say how long.");
        assertThat(Suggesting.review(rita, id, APPROVE).text("/status")).isEqualTo("approved");
        assertThat(ana.patch("/interventions/" + id, Suggesting.submission("Something else"))
                        .problem())
                .isEqualTo("wrong-state");
    }

    @Test
    void aRejectedOneStaysOut() {
        var id = Suggesting.submit(ana, Suggesting.submission("Window tea"));

        Suggesting.review(rita, id, Map.of("decision", "reject", "note", "There is one like it."));

        assertThat(ana.get("/interventions/" + id).status()).isEqualTo(404);
        assertThat(ana.get("/interventions/user/" + ana.get("/me").id()).text("/items/0/review_note"))
                .isEqualTo("There is one like it.");
        assertThat(ana.patch("/interventions/" + id, Suggesting.submission("Again"))
                        .problem())
                .isEqualTo("wrong-state");
    }

    @Test
    void whoSaysNoSaysWhy() {
        var id = Suggesting.submit(ana, Suggesting.submission("Window tea"));

        assertThat(Suggesting.review(rita, id, Map.of("decision", "reject")).text("/errors/0/pointer"))
                .isEqualTo("/note");
        assertThat(Suggesting.review(rita, id, Map.of("decision", "maybe")).status())
                .isEqualTo(400);
        assertThat(queue()).contains(id);
    }

    @Test
    void aFlaggedOneNeedsAnExplicitWord() {
        var body = new HashMap<>(Suggesting.submission("Ice week"));
        body.put("description", "An ice bath every morning.");
        var id = Suggesting.submit(ana, body);

        var refused = Suggesting.review(rita, id, APPROVE);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/flags_acknowledged");
        assertThat(refused.text("/detail")).contains("cold_or_heat");

        assertThat(Suggesting.review(rita, id, Map.of("decision", "approve", "flags_acknowledged", true))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobodyReviewsTheirOwn() {
        var id = Suggesting.submit(rita, Suggesting.submission("Window tea"));

        assertThat(Suggesting.review(rita, id, APPROVE).problem()).isEqualTo("not-allowed");
        assertThat(queue()).contains(id);
        assertThat(Suggesting.review(given.person("rob", Role.REVIEWER), id, APPROVE)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatTheAuthorChangedMeanwhileIsNotApprovedUnread() {
        var id = Suggesting.submit(ana, Suggesting.submission("Window tea"));
        ana.patch("/interventions/" + id, Suggesting.submission("Something else entirely"));

        var refused = Suggesting.review(rita, id, Map.of("decision", "approve", "revision", 1));

        assertThat(refused.problem()).isEqualTo("precondition-failed");
        assertThat(Suggesting.review(rita, id, Map.of("decision", "approve", "revision", 2))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyReviewersReview() {
        var id = Suggesting.submit(ana, Suggesting.submission("Window tea"));

        assertThat(Suggesting.review(given.person("eve"), id, APPROVE).status()).isEqualTo(403);
        assertThat(given.operator("otto").get("/review-queue").status()).isEqualTo(403);
        assertThat(given.nobody().get("/review-queue").status()).isEqualTo(401);
        assertThat(Suggesting.review(rita, 99_999_999, APPROVE).status()).isEqualTo(404);
    }

    @Test
    void ofRacingReviewersOneWins() {
        var id = Suggesting.submit(ana, Suggesting.submission("Window tea"));
        var reviewers = List.of(rita, given.person("rob", Role.REVIEWER), given.person("ron", Role.REVIEWER));

        var callers = new AtomicInteger();
        var answers = inParallel(12, () -> {
            var caller = callers.getAndIncrement();
            var decision = caller % 2 == 0 ? APPROVE : Map.of("decision", "reject", "note", "no");
            return Suggesting.review(reviewers.get(caller % 3), id, decision);
        });

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.problem().equals("wrong-state"))
                .hasSize(11);
        assertThat(Owner.number("select count(*) from events where type = 'intervention.reviewed' and user_id = '"
                        + ana.get("/me").id() + "'"))
                .isEqualTo(1);
    }

    private List<Integer> queue() {
        return itemsOfQueue().stream()
                .map(item -> item.path("submission").path("intervention_id").asInt())
                .toList();
    }

    /** All pages: other tests leave submissions waiting. */
    private List<JsonNode> itemsOfQueue() {
        var items = new ArrayList<JsonNode>();
        var path = "/review-queue?limit=100";
        for (var page = rita.get(path); ; page = rita.get(path + "&cursor=" + page.text("/next_cursor"))) {
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            items.addAll(Suggesting.items(page));
            if (!page.body().has("next_cursor")) {
                return items;
            }
        }
    }
}
