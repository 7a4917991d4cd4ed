package dev.trellis.adaptation;

import static dev.trellis.adaptation.PlannedPerson.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.Database;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.testing.Consulting;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import dev.trellis.testing.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** By which zones a heart rate is read (domain 02.6): 130 beats are zone 3 for a heart that rests at 50, zone 2 at 75. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HeartRatesTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    Calendar calendar;

    @Inject
    TestClock clock;

    @AfterEach
    void backToTheBeginning() {
        clock.set(TestClock.BEGINNING);
    }

    @Test
    void whatWasToldCountsAsLongAsNothingWasMeasured() {
        var ana = person();

        assertThat(intensity(ana)).isCloseTo(2 / 3.0, Offset.offset(0.001));
    }

    @Test
    void theMedianOfTheLatestSevenMorningsCounts() {
        var ana = person();
        var easy = easy(ana).date();
        // Older ones are of another month's heart, and two of the seven are not to be believed.
        var mornings = new int[] {75, 110, 74, 75, 26, 76, 75, 50, 50, 50};
        clock.set(easy.atTime(6, 0).toInstant(ZoneOffset.UTC));
        for (var back = 0; back < mornings.length; back++) {
            var told =
                    ana.api().put("/context-log/" + easy.minusDays(back), Map.of("resting_heart_rate", mornings[back]));
            assertThat(told.status()).as(told.text()).isEqualTo(200);
        }

        assertThat(intensity(ana)).isCloseTo(1, Offset.offset(0.001));
    }

    private PlannedPerson person() {
        var told = Consulting.usual()
                .with("goals", "training_aim", "endurance")
                .with("sleep_and_stress", "resting_heart_rate", 50);
        return PlannedPerson.of(given, "UTC", told, database, calendar);
    }

    /** The first session that is nothing but easy minutes. */
    private static CalendarEvent easy(PlannedPerson person) {
        return IntStream.range(0, 7)
                .<LocalDate>mapToObj(TUESDAY::plusDays)
                .flatMap(day -> person.on(day).stream())
                .filter(entry -> entry.kind() == CalendarEvent.Kind.SESSION)
                .filter(entry -> entry.session().exercises().isEmpty()
                        && entry.session().cardio() != null
                        && entry.session().cardio().hardMinutes() == 0)
                .findFirst()
                .orElseThrow();
    }

    /** How near a ride at 130 beats a minute comes to it. */
    private double intensity(PlannedPerson person) {
        var planned = easy(person);
        clock.set(planned.date().atTime(20, 0).toInstant(ZoneOffset.UTC));
        var done = person.api()
                .post(
                        "/activities",
                        Map.of(
                                "type",
                                "cycle",
                                "started_at",
                                planned.date() + "T08:00:00Z",
                                "duration_s",
                                60 * planned.session().minutes(),
                                "average_heart_rate",
                                130));
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        return person.adherence(planned).at("/components/intensity").asDouble();
    }
}
