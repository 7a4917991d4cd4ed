package dev.trellis.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices call things, and what they mean. */
class ActivityTypeTest {
    @ParameterizedTest
    @CsvSource({
        "running,RUN",
        "Running,RUN",
        "trail_running,RUN",
        "Treadmill Running,TREADMILL_RUN",
        "cycling,CYCLE",
        "Biking,CYCLE",
        "mountain-biking,CYCLE",
        "indoor_cycling,INDOOR_CYCLE",
        "Virtual Ride,INDOOR_CYCLE",
        "EBikeRide,CYCLE",
        "Hiking,HIKE",
        "walking,WALK",
        "lap_swimming,SWIM",
        "indoor_rowing,ROW",
        "strength_training,STRENGTH",
        "Weight Training,STRENGTH",
        "HIIT,HIIT",
        "Yoga,YOGA",
        "Other,OTHER",
    })
    void knowsTheWordsOfDevices(String sport, ActivityType type) {
        assertThat(ActivityType.ofSport(sport)).contains(type);
    }

    @Test
    void doesNotGuess() {
        assertThat(ActivityType.ofSport("quidditch")).isEmpty();
        assertThat(ActivityType.ofSport("")).isEmpty();
        assertThat(ActivityType.ofSport("9")).isEmpty();
    }
}
