package dev.trellis.adaptation.web;

import dev.trellis.adaptation.ProgramReview;
import dev.trellis.adaptation.ReassessmentResult;
import dev.trellis.adaptation.Reassessments;
import dev.trellis.nutrition.DailyIntake;
import dev.trellis.nutrition.FoodEntries;
import dev.trellis.nutrition.ShownNumbers;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Chart;
import dev.trellis.platform.web.pages.Chart.Series;
import dev.trellis.platform.web.pages.Chart.Shape;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.PageContext;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.CalendarReads;
import dev.trellis.programs.Programs;
import dev.trellis.tracking.Measurement;
import dev.trellis.tracking.MeasurementResult;
import dev.trellis.tracking.Measurements;
import dev.trellis.tracking.NewMeasurement;
import dev.trellis.tracking.Weighing;
import dev.trellis.tracking.WeightTrend;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weight and eating over time, and what the reviews of the program made of them, with every term of their reasoning. */
@Path(ReviewPages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
    static final String ROOT = "/app/reviews";
    private static final int DAYS_DRAWN = 84;
    private static final int FEWEST_DAYS_DRAWN = 14;
    private static final int REVIEWS = 20;
    private static final int MOST_MEASUREMENTS = 100;

    private final Reassessments reassessments;
    private final Measurements measurements;
    private final FoodEntries foods;
    private final Programs programs;
    private final CalendarReads calendar;
    private final ShownNumbers shownNumbers;
    private final Caller caller;
    private final Forms forms;
    private final PageContext page;

    ReviewPages(
            Reassessments reassessments,
            Measurements measurements,
            FoodEntries foods,
            Programs programs,
            CalendarReads calendar,
            ShownNumbers shownNumbers,
            Caller caller,
            Forms forms,
            PageContext page) {
        this.reassessments = reassessments;
        this.measurements = measurements;
        this.foods = foods;
        this.programs = programs;
        this.calendar = calendar;
        this.shownNumbers = shownNumbers;
        this.caller = caller;
        this.forms = forms;
        this.page = page;
    }

    @CheckedTemplate(basePath = "adaptation")
    static class Templates {
        static native TemplateInstance reviews(Reviews reviews);

        static native TemplateInstance tryReview(ProgramReview review);
    }

    /**
     * Everything drawn and said.
     *
     * @param numbers whether weight and calories may be shown
     * @param next    when the next review is; null without a program
     * @param weight  null without two weighings
     * @param intake  null without two days of a food log
     */
    public record Reviews(
            boolean numbers,
            @Nullable LocalDate next,
            @Nullable Chart weight,
            @Nullable Chart intake,
            List<ProgramReview> reviews,
            Form form) {}

    @GET
    public TemplateInstance reviews() {
        return Templates.reviews(reviews(Form.empty()));
    }

    /** What a scale shows; something far from the trend is asked about once more. */
    @POST
    @Path("/weight")
    public Response weigh(Form form) {
        var kg = form.decimal("weight_kg");
        var measurement = new NewMeasurement(
                null, kg, null, null, null, null, null, null, null, form.isTicked("confirmed") ? true : null);
        if (kg == null && form.error("weight_kg").isEmpty()) {
            form.refuse("weight_kg", "Write what the scale shows, in kilograms.");
        }
        return forms.handleOnce(
                caller.actor(),
                form,
                measurement,
                () -> switch (measurements.take(caller.actor(), measurement)) {
                    case MeasurementResult.Kept ignored -> Next.to(ROOT).saying("Noted.");
                    case MeasurementResult.Invalid(var errors) -> throw ProblemException.invalid(errors);
                    case MeasurementResult.Doubtful(var weight, var trend) -> {
                        form.refuse(
                                "weight_kg",
                                "That is far from your trend of " + trend + " kg. Tick the box if it is right.");
                        throw ProblemException.invalid("/weight_kg", "Is that right?");
                    }
                },
                again -> Templates.reviews(reviews(again)));
    }

    /** What a review would say now; nothing is stored and nothing changes. */
    @GET
    @Path("/try")
    public Response tryReview() {
        return switch (reassessments.reassess(caller.actor(), true)) {
            case ReassessmentResult.Reviewed(var review) ->
                Response.ok(Templates.tryReview(review)).build();
            case ReassessmentResult.TooEarly(var next) ->
                forms.next(Next.to(ROOT)
                        .saying("A review learns from two weeks at a time; the next one is on " + page.longDay(next)
                                + "."));
            case ReassessmentResult.NoProgram() ->
                forms.next(Next.to(ROOT).saying("There is no program running that could be reviewed."));
        };
    }

    /** Reviews the program now. */
    @POST
    public Response review(Form form) {
        return forms.press(caller.actor(), form, () -> switch (reassessments.reassess(caller.actor(), false)) {
            case ReassessmentResult.Reviewed ignored -> Next.to(ROOT).saying("Your program was reviewed.");
            case ReassessmentResult.TooEarly(var next) ->
                Next.to(ROOT).saying("The next review is on " + page.longDay(next) + ".");
            case ReassessmentResult.NoProgram() ->
                Next.to(ROOT).saying("There is no program running that could be reviewed.");
        });
    }

    private Reviews reviews(Form form) {
        var actor = caller.actor();
        var to = page.today();
        var from = to.minusDays(DAYS_DRAWN - 1);
        var standing = programs.standing(actor);
        boolean numbers = shownNumbers.to(actor);
        return new Reviews(
                numbers,
                standing.map(one -> one.program().summary().nextReassessmentDate())
                        .orElse(null),
                numbers ? weight(from, to).orElse(null) : null,
                numbers ? intake(from, to).orElse(null) : null,
                reassessments.history(actor, PageRequest.of(REVIEWS, null)).items(),
                form);
    }

    private Optional<Chart> weight(LocalDate from, LocalDate to) {
        Map<LocalDate, Double> byDay =
                measurements
                        .list(caller.actor(), new DayRange(from, to), PageRequest.of(MOST_MEASUREMENTS, null))
                        .items()
                        .stream()
                        .filter(one -> one.weightKg() != null)
                        .collect(Collectors.toMap(
                                Measurement::day,
                                one -> Objects.requireNonNull(one.weightKg()).doubleValue(),
                                (later, earlier) -> later));
        if (byDay.size() < 2) {
            return Optional.empty();
        }
        var days = drawn(byDay.keySet(), to);
        var trend = WeightTrend.of(byDay.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(day -> new Weighing(day.getKey(), day.getValue()))
                .toList());
        // Between two weighings the trend is what it was at the first.
        var byTrend = new TreeMap<LocalDate, WeightTrend>();
        trend.forEach(point -> byTrend.put(point.day(), point));
        var first = trend.getFirst();
        var last = trend.getLast();
        return Optional.of(new Chart(
                "Weight",
                "Weighed on " + byDay.size() + " of " + days.size() + " days; the trend went from "
                        + rounded(first.kg()) + " kg on " + page.longDay(first.day()) + " to " + rounded(last.kg())
                        + " kg on " + page.longDay(last.day()) + ".",
                days.stream().map(page::day).toList(),
                List.of(
                        Series.of("Scale", Shape.POINTS, values(days, byDay::get)),
                        Series.of("Trend", Shape.GUIDE, values(days, day -> {
                            var point = byTrend.floorEntry(day);
                            return point == null
                                    ? null
                                    : (Double) point.getValue().kg();
                        }))),
                null,
                null,
                "kg"));
    }

    private Optional<Chart> intake(LocalDate from, LocalDate to) {
        Map<LocalDate, DailyIntake> byDay = foods.intake(caller.actor(), from, to).stream()
                .collect(Collectors.toMap(DailyIntake::day, Function.identity()));
        if (byDay.size() < 2) {
            return Optional.empty();
        }
        var days = drawn(byDay.keySet(), to);
        var planned = planned(days.getFirst(), to);
        var series = new ArrayList<Series>();
        series.add(Series.of("Logged", Shape.BARS, values(days, day -> {
            var one = byDay.get(day);
            return one == null ? null : (Double) (double) one.calories();
        })));
        if (!planned.isEmpty()) {
            series.add(Series.of("Planned", Shape.GUIDE, values(days, planned::get)));
        }
        long mean = Math.round(byDay.values().stream()
                .mapToInt(DailyIntake::calories)
                .average()
                .orElse(0));
        return Optional.of(new Chart(
                "Energy eaten",
                "Logged on " + byDay.size() + " of " + days.size() + " days, " + mean
                        + " kcal on the average of those. A day without a log is not a day without food.",
                days.stream().map(page::day).toList(),
                List.copyOf(series),
                0.0,
                null,
                "kcal"));
    }

    /** What the meals of each day bring, as they are on the calendar now. */
    private Map<LocalDate, Double> planned(LocalDate from, LocalDate to) {
        return calendar.lines(caller.actor(), from, to).stream()
                .filter(entry -> entry.kind() == CalendarEvent.Kind.MEAL)
                .collect(Collectors.groupingBy(
                        CalendarEvent::date,
                        Collectors.summingDouble(entry -> entry.meal().kcal())));
    }

    /** From the first day of which anything is known, but two weeks at least. */
    private static List<LocalDate> drawn(Set<LocalDate> known, LocalDate to) {
        var first = Collections.min(known);
        var latest = to.minusDays(FEWEST_DAYS_DRAWN - 1);
        return (first.isBefore(latest) ? first : latest)
                .datesUntil(to.plusDays(1))
                .toList();
    }

    private static List<@Nullable Double> values(List<LocalDate> days, Function<LocalDate, @Nullable Double> value) {
        var values = new ArrayList<@Nullable Double>();
        days.forEach(day -> values.add(value.apply(day)));
        return values;
    }

    private static String rounded(double kg) {
        return BigDecimal.valueOf(kg).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
