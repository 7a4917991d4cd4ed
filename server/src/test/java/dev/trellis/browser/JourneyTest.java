package dev.trellis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.trellis.events.Deliveries;
import dev.trellis.interventions.InterventionPeriods;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A period in the browser: its days as a picture, its rests and its end, its summary, and the word on whether it helped. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class JourneyTest {
    @Inject
    Given given;

    @Inject
    LivedWeeks weeks;

    @Inject
    InterventionPeriods periods;

    @Inject
    Deliveries deliveries;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    static Stream<Window> windows() {
        return Stream.of(Window.phone(), Window.desktop(), Window.phone().withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aLivedPeriodIsCompletedSummedUpAndJudged(Window window) {
        var ana = given.webPerson("Ana");
        var me = LivedWeeks.actor(ana);
        weeks.before(me);
        weeks.live(me, weeks.start(me).id(), 14);

        try (var page = Browser.open(window, ana)) {
            page.navigate("/app/journey");
            assertThat(page.locator(".days li")).hasCount(14);
            assertThat(page.locator(".days .today")).containsText("Sunday, 29 November, today: all done, mood 4 of 5");
            assertThat(page.locator(".days .none").first()).containsText("Friday, 20 November: not checked in");
            assertThat(page.locator("main")).containsText("Done on 9 of the 14 days it was due.");
            link(page, "Complete it early").click();
            page.getByLabel("Last words on it").fill("Slept better <b>than before</b>");
            button(page, "Complete it now").click();

            page.waitForURL("**/summary");
            assertThat(page.locator("main")).containsText("You recorded 12 of 14 days");
            assertThat(page.locator("main")).containsText("Its summary is written.");
            assertThat(page.locator("main")).containsText("Slept better <b>than before</b>");
            assertThat(page.locator("main")).containsText("Recorded on 14 of 14 days before and 12 of 14 days during");
            if (window.scripts()) {
                assertThat(page.locator("canvas[data-drawn]")).hasCount(3);
            }
            page.getByText("Change in mood compared with before as a table").click();
            assertThat(page.locator("figure.sideways table")).containsText(" to ");

            button(page, "Send this answer").click();
            assertThat(page.locator("#e-answer")).hasText("Choose one of the answers.");
            page.getByLabel("It helped").check();
            page.getByLabel("Anything to add?").fill("The dim light did it.");
            button(page, "Send this answer").click();

            page.waitForURL("**/summary");
            assertThat(page.locator("#feedback")).containsText("You said: It helped.");
            assertThat(page.locator("#feedback")).containsText("The dim light did it.");
            page.navigate("/app/history");
            assertThat(page.locator("main li")).hasCount(1);
            assertThat(page.locator("main li")).containsText("checked in on 12 of 14 days");
            assertThat(page.locator("main li")).containsText("Mood higher than before: about +0.6 points");
            assertThat(page.locator("main li")).containsText("You said: It helped.");
        }
    }

    @Test
    void aPeriodRestsGoesOnAndIsStopped() {
        var ana = given.webPerson("Ana");
        var me = LivedWeeks.actor(ana);
        var period = weeks.start(me);
        weeks.live(me, period.id(), 3);
        clock.advance(Duration.ofDays(1));

        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/journey/" + period.id());
            button(page, "Pause it").click();
            assertThat(page.locator("main .badge")).hasText("Paused");
            assertThat(page.locator(".days .paused")).containsText("today: paused");

            // Somebody else's tab was faster, and this page does not know.
            periods.resume(me, period.id());
            button(page, "Go on with it").click();
            assertThat(page.locator(".toast")).containsText("It could not be resumed: it is under way.");
            assertThat(page.locator("main .badge")).hasText("Under way");

            link(page, "Stop without completing").click();
            page.getByLabel("Last words on it").fill("No time in the evenings.");
            button(page, "Stop it now").click();
            assertThat(page.locator("main .badge")).hasText("Stopped early");
            assertThat(page.locator("main")).containsText("No time in the evenings.");
            page.getByLabel("Something else got in the way").check();
            button(page, "Send this answer").click();
            assertThat(page.locator("#feedback")).containsText("You said: Something else got in the way.");

            page.navigate("/app/journey/" + period.id() + "/end/complete");
            assertThat(page.locator(".toast")).containsText("There is nothing left to end: it has been stopped");
            page.navigate("/app/journey/" + period.id() + "/summary");
            assertThat(page.locator("main")).containsText("There is no summary");
            page.navigate("/app/journey");
            link(page, "Find something to try").waitFor();
        }
    }

    @Test
    void aDoubleClickCompletesOnce() {
        var ana = given.webPerson("Ana");
        var period = weeks.start(LivedWeeks.actor(ana));
        // Without scripts nothing in the browser holds back the second click.
        try (var page = Browser.open(Window.desktop().withoutScripts(), ana)) {
            page.navigate("/app/journey/" + period.id() + "/end/complete");
            button(page, "Complete it now").dblclick();
            page.waitForURL("**/summary");
            assertThat(page.locator("main .badge").first()).hasText("Completed");
        }
        assertThat(Owner.count("events", "type = 'intervention.completed' and subject_id", period.id()))
                .isEqualTo(1);
    }

    @Test
    void onTheLastDayThereIsNothingLeftToPause() {
        var ana = given.webPerson("Ana");
        var me = LivedWeeks.actor(ana);
        var period = weeks.start(me);
        weeks.live(me, period.id(), 14);
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/journey/" + period.id());
            button(page, "Pause it").click();
            assertThat(page.locator(".toast")).containsText("there is nothing left to pause");
            assertThat(page.locator("main .badge")).hasText("Under way");
        }
    }

    @Test
    void aSummaryThatCouldNotBeWrittenAtOnceIsSaidToBeComing() {
        var ana = given.webPerson("Ana");
        var me = LivedWeeks.actor(ana);
        var period = weeks.start(me);
        try (var page = Browser.open(Window.desktop(), ana)) {
            try (var broken = Owner.refusingInserts("completion_summaries", me.userId())) {
                page.navigate("/app/journey/" + period.id() + "/end/complete");
                button(page, "Complete it now").click();
                page.waitForURL("**/summary");
            }
            assertThat(page.locator("main")).containsText("Its summary is still being written.");
            assertThat(page.locator("main")).containsText("Its habits are completed.");

            clock.advance(Duration.ofMinutes(5));
            deliveries.workOff(() -> true);
            link(page, "Look again").click();
            assertThat(page.locator("main")).containsText("What happened");
        }
    }

    @Test
    void wordsThatSoundLikeDangerAreAnsweredWithHelpFirst() {
        var ana = given.webPerson("Ana");
        var period = weeks.start(LivedWeeks.actor(ana));
        try (var page = Browser.open(Window.phone(), ana)) {
            page.navigate("/app/journey/" + period.id() + "/end/abandon");
            page.getByLabel("Last words on it").fill("I want to kill myself");
            button(page, "Stop it now").click();
            assertThat(page.locator("main > .note").first()).hasAttribute("role", "alert");
            assertThat(page.locator("main .badge")).hasText("Stopped early");
        }
    }

    @Test
    void historyGoesBackPageByPage() {
        var ana = given.webPerson("Ana");
        var me = LivedWeeks.actor(ana);
        IntStream.range(0, 21)
                .forEach(one -> periods.abandon(me, weeks.start(me).id(), null));
        try (var page = Browser.open(Window.phone().withoutScripts(), ana)) {
            page.navigate("/app/history");
            assertThat(page.locator("main li")).hasCount(20);
            link(page, "Show earlier ones").click();
            assertThat(page.locator("main li")).hasCount(1);
        }
    }

    @Test
    void somebodyElsesPeriodIsNotThere() {
        var period = weeks.start(LivedWeeks.actor(given.webPerson("Ana")));
        try (var page = Browser.open(Window.desktop(), given.webPerson("Ben"))) {
            for (var address : new String[] {"", "/summary", "/feedback", "/end/complete", "/end/abandon"}) {
                assertThat(page.navigate("/app/journey/" + period.id() + address)
                                .status())
                        .as(address)
                        .isEqualTo(404);
            }
        }
    }

    private static Locator button(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }
}
