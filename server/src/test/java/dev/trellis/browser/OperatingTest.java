package dev.trellis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.events.Deliveries;
import dev.trellis.platform.Role;
import dev.trellis.testing.Api;
import dev.trellis.testing.Browser;
import dev.trellis.testing.Browser.Window;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator finds out what needs a hand, and lends it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OperatingTest {
    private static final String HANDLER = "tell_author_of_review";
    private static final int ATTEMPTS = 16;

    @Inject
    Given given;

    @Inject
    Deliveries deliveries;

    @Inject
    TestClock clock;

    @AfterEach
    void heal() {
        Owner.execute("drop trigger if exists refuse_walk on notifications");
        clock.set(TestClock.BEGINNING);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeliveryThatWasGivenUpIsTriedAgainAndItsPersonIsToldAfterAll(boolean phone) {
        var ana = given.person("Ana");
        parkOne(ana);
        var olga = given.webPerson("Olga", Role.ADMIN);
        try (var page = Browser.open(phone ? Window.phone().withoutScripts() : Window.desktop(), olga)) {
            page.navigate("/app/operations");
            page.locator(".note a[href*='" + HANDLER + "']").click();
            assertThat(page.locator("main li").count()).isEqualTo(1);
            assertThat(page.locator("main li").textContent())
                    .contains(
                            "Parked",
                            "16",
                            "no notification for a walk",
                            ana.get("/me").text("/id"));
            page.getByText("Try this one again").click();
            page.getByText("1 delivery is due again.").waitFor();
            assertThat(page.locator("main li").filter(of(ana)).count()).isZero();
        }
        assertThat(ana.get("/notifications").body().path("items")).isEmpty();
        Owner.execute("drop trigger refuse_walk on notifications");
        deliveries.workOff(() -> true);
        assertThat(ana.get("/notifications").text("/items/0/body")).contains("Their reason: Too long.");
        assertThat(ana.get("/me/audit-log").text()).contains("deliveries_read");
    }

    @Test
    void somebodyIsFoundSuspendedAndBroughtBack() {
        var ana = given.webPerson("Ana Zwetschge");
        var olga = given.webPerson("Olga", Role.ADMIN);
        try (var page = Browser.open(Window.phone(), olga)) {
            page.navigate("/app/operations/people");
            page.getByLabel("Name or e-mail address contains").fill(ana.email().toUpperCase(java.util.Locale.ROOT));
            page.getByText("Search", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            page.getByText("Show everybody").waitFor();
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            page.getByText("Ana Zwetschge").click();
            page.getByText("Works with people who gave consent.").click();
            page.getByText("Every log-in and every token is refused").click();
            page.getByText("Save").click();
            page.getByText("Ana Zwetschge is suspended").waitFor();
            assertThat(ana.api().get("/me").status()).isEqualTo(401);
            page.getByText("Active", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            page.getByText("Save").click();
            page.getByText("Ana Zwetschge is active as participant, trainer.").waitFor();
            assertThat(ana.api().get("/me/audit-log").text())
                    .contains("account_listed", "account_read", "account_changed");
        }
    }

    @Test
    void anInviteLetsSomebodyInAndIsWithdrawn() {
        var olga = given.webPerson("Olga", Role.ADMIN);
        try (var page = Browser.open(Window.desktop(), olga)) {
            page.navigate("/app/operations/invites");
            page.getByLabel("How many people may use it?").fill("0");
            page.getByText("Make the invite").click();
            assertThat(page.locator("#e-max_uses").textContent()).isNotEmpty();
            page.getByLabel("How many people may use it?").fill("3");
            page.getByText("Decides what members' interventions").click();
            page.getByText("Make the invite").click();
            page.getByText("The invite is ready").waitFor();
            var newest = page.locator("main li").first();
            var link = newest.locator("input.code").inputValue();
            assertThat(newest.textContent()).contains("participant, reviewer", "Used 0 of 3 times");
            try (var other = Browser.open(Window.phone())) {
                other.navigate(link);
                assertThat(other.getByLabel("Invite code").inputValue()).isEqualTo(link.replaceFirst(".*=", ""));
            }
            newest.getByText("Withdraw").click();
            page.locator("dialog [data-yes]").click();
            page.getByText("The invite is withdrawn.").waitFor();
            assertThat(page.content()).doesNotContain(link);
        }
    }

    @Test
    void jobsHandlersEventsAndTheAuditLogAreShown() {
        var ana = given.person("Ana");
        ana.post("/intervention-periods/start", Map.of("intervention_id", 5));
        var olga = given.webPerson("Olga", Role.ADMIN);
        try (var page = Browser.open(Window.phone(), olga)) {
            page.navigate("/app/operations/jobs");
            page.locator("#clear_old_records").getByText("Run now").click();
            page.getByText("clear_old_records is running now, or jobs are switched off.")
                    .waitFor();

            page.navigate("/app/operations/handlers");
            page.locator("a[href$='replay?handler=" + HANDLER + "']").click();
            page.locator("main form button").click();
            assertThat(page.locator("#e-since").textContent()).contains("Choose the day");
            page.getByLabel("Since which day? (UTC)").fill("2040-01-01");
            page.locator("main form button").click();
            page.getByText(HANDLER + " has been given every event since then already.")
                    .waitFor();

            page.navigate("/app/operations/events?user_id=" + ana.get("/me").text("/id"));
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            assertThat(page.locator("tbody").textContent()).contains("intervention.started", "they themselves");
            page.navigate("/app/operations/events?user_id=nobody");
            assertThat(page.locator("#e-user_id").textContent()).contains("A number looks like");

            page.navigate("/app/operations/audit?person_id=" + ana.get("/me").text("/id"));
            assertThat(page.locator("tbody").textContent()).contains("events_read");
        }
    }

    @Test
    void whoIsNoOperatorIsToldSo() {
        try (var page = Browser.open(Window.phone(), given.webPerson("Eve", Role.REVIEWER))) {
            for (var at :
                    List.of("", "/people", "/invites", "/jobs", "/deliveries", "/handlers", "/events", "/audit")) {
                assertThat(page.navigate("/app/operations" + at).status())
                        .as(at)
                        .isEqualTo(403);
                assertThat(page.locator("h1").textContent()).isEqualTo("Not allowed");
            }
        }
    }

    private static com.microsoft.playwright.Locator.FilterOptions of(Api person) {
        return new com.microsoft.playwright.Locator.FilterOptions()
                .setHasText(person.get("/me").text("/id"));
    }

    /** The author of a rejected submission cannot be told, sixteen times. */
    private void parkOne(Api author) {
        Owner.execute("""
                create or replace function refuse_walk() returns trigger language plpgsql as
                $$ begin raise exception 'no notification for a walk'; end $$;
                create or replace trigger refuse_walk before insert on notifications for each row
                    when (new.title like '%Walk to be parked%') execute function refuse_walk()
                """);
        var id = author.post(
                        "/interventions/submit",
                        Map.of(
                                "name", "Walk to be parked",
                                "description", "Walk for an hour.",
                                "category", "movement",
                                "habits", List.of("Walk"),
                                "duration_days", 14))
                .body()
                .path("intervention_id")
                .asInt();
        var reviewed = given.person("Rita", Role.REVIEWER)
                .post("/interventions/" + id + "/review", Map.of("decision", "reject", "note", "Too long."));
        assertThat(reviewed.status()).as(reviewed.text()).isEqualTo(200);
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            clock.advance(Duration.ofHours(2));
            deliveries.workOff(() -> true);
        }
        clock.set(TestClock.BEGINNING);
    }
}
