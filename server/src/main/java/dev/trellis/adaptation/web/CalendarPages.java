package dev.trellis.adaptation.web;

import dev.trellis.adaptation.AdherencePeriod;
import dev.trellis.adaptation.AdherenceRecord;
import dev.trellis.adaptation.Adherences;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.PageContext;
import dev.trellis.programs.CalendarReads;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The calendar in a browser, by month, week and day: what is planned, and beside it what was done. */
@Path(CalendarPages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class CalendarPages {
    static final String ROOT = "/app/calendar";
    private static final int DAYS_OF_WEEK = 7;

    private final CalendarReads calendar;
    private final Adherences adherences;
    private final Caller caller;
    private final PageContext page;

    CalendarPages(CalendarReads calendar, Adherences adherences, Caller caller, PageContext page) {
        this.calendar = calendar;
        this.adherences = adherences;
        this.caller = caller;
        this.page = page;
    }

    @CheckedTemplate(basePath = "adaptation")
    static class Templates {
        static native TemplateInstance week(Span span);

        static native TemplateInstance month(Span span);

        static native TemplateInstance day(Span span);
    }

    /**
     * A day with its lines.
     *
     * @param ahead  it is yet to come
     * @param within it belongs to what is shown, and does not only fill a week
     */
    public record Day(LocalDate date, boolean today, boolean ahead, boolean within, List<EntryLine> lines) {
        public List<EntryLine> sessions() {
            return lines.stream().filter(EntryLine::session).toList();
        }

        public List<EntryLine> meals() {
            return lines.stream().filter(line -> !line.session()).toList();
        }

        public int number() {
            return date.getDayOfMonth();
        }
    }

    /**
     * Some days of the calendar.
     *
     * @param title    what is shown
     * @param before   the day by which the ones before are found
     * @param after    the day by which the ones after are found
     * @param adherence of these days
     */
    public record Span(
            String title, LocalDate at, LocalDate before, LocalDate after, List<Day> days, AdherencePeriod adherence) {
        /** Whether nothing is planned on any of them. */
        public boolean isEmpty() {
            return days.stream().allMatch(day -> day.lines().isEmpty());
        }

        /** By rows of seven. */
        public List<List<Day>> weeks() {
            return IntStream.range(0, days.size() / DAYS_OF_WEEK)
                    .mapToObj(week -> days.subList(week * DAYS_OF_WEEK, (week + 1) * DAYS_OF_WEEK))
                    .toList();
        }
    }

    /** The week of a day, today's by itself. */
    @GET
    public TemplateInstance week(@QueryParam("day") @Nullable LocalDate day) {
        var at = day == null ? page.today() : day;
        var monday = at.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Templates.week(span(
                "Week of " + page.longDay(monday),
                at,
                monday,
                monday.plusDays(DAYS_OF_WEEK - 1),
                at.minusWeeks(1),
                at.plusWeeks(1),
                date -> true));
    }

    @GET
    @Path("/month")
    public TemplateInstance month(@QueryParam("day") @Nullable LocalDate day) {
        var at = day == null ? page.today() : day;
        var month = YearMonth.from(at);
        return Templates.month(span(
                month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear(),
                at,
                month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)),
                month.minusMonths(1).atDay(1),
                month.plusMonths(1).atDay(1),
                date -> YearMonth.from(date).equals(month)));
    }

    @GET
    @Path("/days/{day}")
    public TemplateInstance day(@PathParam("day") LocalDate day) {
        return Templates.day(span(page.longDay(day), day, day, day, day.minusDays(1), day.plusDays(1), date -> true));
    }

    private Span span(
            String title,
            LocalDate at,
            LocalDate from,
            LocalDate to,
            LocalDate before,
            LocalDate after,
            Function<LocalDate, Boolean> within) {
        var actor = caller.actor();
        var adherence = adherences.between(actor, from, to);
        var records = adherence.items().stream()
                .collect(Collectors.toMap(AdherenceRecord::itemId, Function.identity(), (one, other) -> other));
        var lines = calendar.lines(actor, from, to).stream()
                .map(entry -> new EntryLine(entry, records.get(entry.itemId())))
                .collect(Collectors.groupingBy(line -> line.entry().date()));
        var today = page.today();
        var days = from.datesUntil(to.plusDays(1))
                .map(date -> new Day(
                        date,
                        date.equals(today),
                        date.isAfter(today),
                        within.apply(date),
                        lines.getOrDefault(date, List.of())))
                .toList();
        return new Span(title, at, before, after, days, adherence);
    }
}
