package dev.trellis.programs;

import dev.trellis.platform.PersonDays;
import dev.trellis.programs.CalendarDetail.ExerciseDetail;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.CalendarEvent.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries as an iCalendar file (RFC 5545). An entry keeps its UID through every change, and its sequence counts them;
 * times are UTC, so that no reader has to know the zone's rules; an entry without a time fills its day; one that is off is
 * cancelled. Numbers of energy are in none of it: calendars are shown to others.
 */
final class CalendarFile {
    private static final String PRODUCT = "-//Trellis//Calendar//EN";
    private static final Duration MEAL = Duration.ofMinutes(30);
    private static final Duration REFRESH = Duration.ofHours(1);

    private CalendarFile() {}

    /** An entry of the calendar, and when it was last changed. */
    record Entry(
            UUID id,
            LocalDate date,
            @Nullable LocalTime startTime,
            String title,
            Status status,
            CalendarDetail detail,
            int revision,
            Instant updatedAt) {}

    static String of(List<Entry> entries, PersonDays days) {
        var calendar = new net.fortuna.ical4j.model.Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "Trellis"));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        entries.forEach(entry -> calendar.add(event(entry, days)));
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(Entry entry, PersonDays days) {
        var event = new VEvent(false);
        event.add(new Uid(entry.id() + "@trellis"));
        event.add(new DtStamp(entry.updatedAt().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new LastModified(entry.updatedAt().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Sequence(entry.revision()));
        event.add(new Summary(entry.title()));
        if (entry.startTime() == null) {
            event.add(new DtStart<>(entry.date()));
            event.add(new DtEnd<>(entry.date().plusDays(1)));
        } else {
            var start = start(entry.date(), entry.startTime(), days);
            event.add(new DtStart<>(start));
            event.add(new DtEnd<>(start.plus(length(entry.detail()))));
        }
        event.add(new Description(description(entry.detail())));
        event.add(entry.status() == Status.OFF ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(entry.detail() instanceof SessionDetail ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT);
        return event;
    }

    /** An hour before the person's day begins belongs to the night after that day's label. */
    private static Instant start(LocalDate day, LocalTime time, PersonDays days) {
        var date = time.isBefore(days.dayStart()) ? day.plusDays(1) : day;
        return date.atTime(time).atZone(days.zone()).toInstant();
    }

    private static Duration length(CalendarDetail detail) {
        return switch (detail) {
            case SessionDetail session -> Duration.ofMinutes(session.minutes());
            case MealDetail meal -> MEAL;
        };
    }

    private static String description(CalendarDetail detail) {
        return switch (detail) {
            case SessionDetail session -> session(session);
            case MealDetail meal ->
                noted(
                        meal.note(),
                        meal.items().stream()
                                .map(item -> item.grams() + " g " + item.name())
                                .toList());
        };
    }

    private static String session(SessionDetail session) {
        var lines = new ArrayList<String>();
        if (session.light()) {
            lines.add("A light week: fewer sets, less load.");
        }
        session.exercises().forEach(exercise -> lines.add(exercise(exercise)));
        var cardio = session.cardio();
        if (cardio != null) {
            lines.add(cardio.easyMinutes() + " minutes easy"
                    + (cardio.hardMinutes() > 0 ? ", " + cardio.hardMinutes() + " minutes hard in intervals" : ""));
            if (cardio.runWalk()) {
                lines.add("Run one minute and walk two, in turn.");
            }
        }
        return noted(session.note(), lines);
    }

    private static String exercise(ExerciseDetail exercise) {
        var unit = exercise.timed() ? " s" : "";
        var load = exercise.loadKg() == null ? "" : ", " + exercise.loadKg() + " kg";
        return "%d x %d-%d%s %s%s, %d in reserve"
                .formatted(
                        exercise.sets(),
                        exercise.repMin(),
                        exercise.repMax(),
                        unit,
                        exercise.name(),
                        load,
                        exercise.inReserve());
    }

    private static String noted(@Nullable String note, List<String> lines) {
        var text = lines.stream().collect(Collectors.joining("\n"));
        return note == null ? text : note + "\n" + text;
    }
}
