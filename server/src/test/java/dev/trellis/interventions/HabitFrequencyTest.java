package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a habit is meant, read from its words. */
class HabitFrequencyTest {
    @ParameterizedTest
    @CsvSource({
        "'Do the planned full-body session (2 days a week)', 56, 2",
        "'Do a 30-minute aerobic session (3-5 days a week)', 56, 3",
        "'Legumes at least 3 times a week', 56, 3",
        "'Attend the group once a week', 56, 1",
        "'Weekly 10-minute review', 28, 1",
        "'Weekly: share with one person', 28, 1",
        "'Volunteer 2 hours a week', 84, 1",
        "'Call a friend twice a week', 28, 2",
        "'Write 15 minutes about thoughts and feelings (4 days in total)', 7, 4",
        "'Write a page (4 days in total)', 28, 1",
    })
    void readsTheTimesAWeek(String habit, int days, int expected) {
        assertThat(HabitFrequency.timesPerWeek(habit, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'Release shoulders and jaw three times a day'",
        "'Add no more than 10 percent per week once above 60 min'",
        "'Reach the weekly step goal'",
        "'Practise 10 minutes (weeks 1-4) then 20 minutes (weeks 5-8)'",
        "'Keep any run within 110 percent of the longest run of the last 30 days'",
        "'Set app limits to 30 minutes in total'",
        "'Stretch 7 days a week'",
        "'Count 99999999999999 times a week'",
    })
    void takesEverythingElseAsDaily(String habit) {
        assertThat(HabitFrequency.timesPerWeek(habit, 28)).isNull();
    }
}
