package dev.trellis.web;

import dev.trellis.assessment.Onboarding;
import dev.trellis.interventions.InterventionPeriod;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.safety.SafetyState;
import java.time.LocalDate;
import java.util.List;

/**
 * What there is to see and to do today.
 *
 * @param millisecondsLeft until the person's day is over
 * @param calm whether figures and what comes next have their place: not while somebody may be in danger
 * @param active the periods to check in today
 * @param resting the periods that are paused
 * @param over the periods whose last day is behind, and that wait to be completed
 * @param finished the periods completed lately
 * @param plan     what a program has for this day
 */
public record TodayView(
        String greeting,
        LocalDate day,
        long millisecondsLeft,
        SafetyState safety,
        boolean calm,
        Onboarding onboarding,
        List<CheckInCard> active,
        List<InterventionPeriod> resting,
        List<Over> over,
        List<InterventionPeriod> finished,
        List<CalendarEvent> plan,
        DayLog log) {

    /** A period whose last day is behind; {@code writable} while that day can still be checked in and was not. */
    public record Over(InterventionPeriod period, boolean writable) {
        /** The page of the last day. */
        public String lastDayAddress() {
            return "/app/today/" + period.id() + "/" + period.lastDay();
        }
    }

    /**
     * How the day was, whatever else goes on.
     *
     * @param withMood whether the mood is asked here, because no check-in asks for it
     * @param written whether something was said of this day
     */
    public record DayLog(LocalDate day, boolean withMood, boolean written, Form form) {
        private static final List<Option> MOODS = Option.scale("Bad", "Low", "So-so", "Good", "Great");
        private static final List<Option> STRESS = Option.scale("Calm", "Mild", "Some", "High", "Severe");
        private static final List<Option> ENERGY = Option.scale("None", "Low", "Some", "Good", "Full");

        public List<Option> moods() {
            return MOODS;
        }

        public List<Option> stress() {
            return STRESS;
        }

        public List<Option> energy() {
            return ENERGY;
        }

        public String action() {
            return "/app/today/day/" + day;
        }

        DayLog with(Form typed) {
            return new DayLog(day, withMood, written, typed);
        }
    }

    /** Whether nothing goes on and nothing waits. */
    public boolean idle() {
        return active.isEmpty() && resting.isEmpty() && over.isEmpty() && plan.isEmpty();
    }

    /** Whether the first things about the person are still to be told, and may be asked for. */
    public boolean asks() {
        return onboarding.open();
    }

    /** Where a period that rests is told to go on. */
    public String resume(InterventionPeriod period) {
        return "/app/today/" + period.id() + "/resume";
    }

    TodayView with(DayLog typed) {
        return new TodayView(
                greeting,
                day,
                millisecondsLeft,
                safety,
                calm,
                onboarding,
                active,
                resting,
                over,
                finished,
                plan,
                typed);
    }
}
