package dev.trellis.interventions.web;

import dev.trellis.interventions.LivedDay;
import dev.trellis.interventions.LivedDay.State;
import dev.trellis.interventions.LivedPeriod;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The days of a period as a picture: a cell a day, each with its words for whoever does not see it. A rest of several
 * days is one cell, however long it is.
 *
 * @param sentence the whole picture in a sentence
 * @param legend what the cells that occur mean
 */
public record DayPicture(String sentence, List<Cell> cells, List<Meaning> legend) {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

    /**
     * One cell.
     *
     * @param look the names of its style
     * @param top what stands above the number: the weekday, or the month where one begins
     * @param number of the day in its month, or of the days that rested
     * @param mark what stands below it, so that no colour has to be told from another
     * @param words the same for those who do not see it
     */
    public record Cell(String look, String top, String number, String mark, String words) {}

    /** What a look means. */
    public record Meaning(String look, String mark, String words) {}

    static DayPicture of(LivedPeriod lived, LocalDate today) {
        var cells = new ArrayList<Cell>();
        var days = lived.days();
        for (var index = 0; index < days.size(); index++) {
            var day = days.get(index);
            var until = index;
            while (day.state() == State.PAUSED
                    && until + 1 < days.size()
                    && days.get(until + 1).state() == State.PAUSED) {
                until++;
            }
            cells.add(until > index ? rest(day.date(), days.get(until).date(), today) : cell(day, today, index == 0));
            index = until;
        }
        return new DayPicture(sentence(lived), List.copyOf(cells), legend(lived));
    }

    private static Cell cell(LivedDay day, LocalDate today, boolean first) {
        var date = day.date();
        var isToday = date.equals(today);
        return new Cell(
                look(day.state()) + (isToday ? " today" : ""),
                (first || date.getDayOfMonth() == 1 ? MONTH : WEEKDAY).format(date),
                Integer.toString(date.getDayOfMonth()),
                mark(day),
                DAY.format(date) + (isToday ? ", today" : "") + ": " + words(day, today) + mood(day));
    }

    private static Cell rest(LocalDate from, LocalDate to, LocalDate today) {
        var days = to.toEpochDay() - from.toEpochDay() + 1;
        return new Cell(
                "paused wide" + (today.isBefore(from) || today.isAfter(to) ? "" : " today"),
                "days",
                Long.toString(days),
                "paused",
                DAY.format(from) + " to " + DAY.format(to) + ": paused");
    }

    private static String look(State state) {
        return switch (state) {
            case DONE -> "full";
            case PARTLY -> "some";
            case NOTHING -> "nothing";
            case NOT_RECORDED -> "none";
            case PAUSED -> "paused";
            case OPEN -> "open";
        };
    }

    private static String mark(LivedDay day) {
        return switch (day.state()) {
            case DONE -> "✓";
            case PARTLY, NOTHING -> day.completion() + "%";
            case NOT_RECORDED -> "–";
            case PAUSED -> "rest";
            case OPEN -> "";
        };
    }

    private static String words(LivedDay day, LocalDate today) {
        return switch (day.state()) {
            case DONE -> "all done";
            case PARTLY -> day.completion() + " % done";
            case NOTHING -> "checked in, nothing done";
            case NOT_RECORDED -> "not checked in";
            case PAUSED -> "paused";
            case OPEN -> {
                if (day.date().isAfter(today)) {
                    yield "still ahead";
                }
                yield day.date().equals(today) ? "not checked in yet" : "not checked in; today it still can be";
            }
        };
    }

    private static String mood(LivedDay day) {
        return day.mood() == null ? "" : ", mood " + day.mood() + " of 5";
    }

    private static String sentence(LivedPeriod lived) {
        var total = lived.total();
        var parts = Arrays.stream(State.values())
                .filter(state -> state != State.PAUSED && lived.count(state) > 0)
                .map(state -> lived.count(state) + " " + counted(state))
                .collect(Collectors.joining(", "));
        var paused = lived.count(State.PAUSED);
        var rest = paused == 0
                ? ""
                : paused == 1
                        ? " One more day was paused and does not count."
                        : " " + paused + " more days were paused and do not count.";
        return parts.isEmpty()
                ? "Every day of it was paused."
                : "Of " + total + (total == 1 ? " day: " : " days: ") + parts + "." + rest;
    }

    private static String counted(State state) {
        return switch (state) {
            case DONE -> "all done";
            case PARTLY -> "partly done";
            case NOTHING -> "checked in with nothing done";
            case NOT_RECORDED -> "not checked in";
            case PAUSED -> "paused";
            case OPEN -> "still open";
        };
    }

    private static List<Meaning> legend(LivedPeriod lived) {
        return Arrays.stream(State.values())
                .filter(state -> lived.count(state) > 0)
                .map(state -> new Meaning(look(state), legendMark(state), counted(state)))
                .toList();
    }

    private static String legendMark(State state) {
        return switch (state) {
            case DONE -> "✓";
            case PARTLY, NOTHING -> "%";
            case NOT_RECORDED -> "–";
            case PAUSED, OPEN -> "";
        };
    }
}
