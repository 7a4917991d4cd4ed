package dev.trellis.web;

import dev.trellis.interventions.CheckIns;
import dev.trellis.interventions.InterventionPeriods;
import dev.trellis.interventions.InterventionPeriods.Change;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.LiveForms;
import dev.trellis.platform.web.pages.PageContext;
import dev.trellis.safety.SafetyNotice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page people open every day: what is due, what they did, how they are, and what comes next. */
@Path("/app/today")
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class TodayPages {
    private static final String HERE = "/app/today";
    private static final String TOO_LATE =
            "A day can be written on the day itself and on the day after; this one cannot be any more, or not yet.";

    private final TodayReader reader;
    private final CheckInCards cards;
    private final CheckIns checkIns;
    private final InterventionPeriods periods;
    private final Caller caller;
    private final Forms forms;
    private final LiveForms live;
    private final PageContext page;

    TodayPages(
            TodayReader reader,
            CheckInCards cards,
            CheckIns checkIns,
            InterventionPeriods periods,
            Caller caller,
            Forms forms,
            LiveForms live,
            PageContext page) {
        this.reader = reader;
        this.cards = cards;
        this.checkIns = checkIns;
        this.periods = periods;
        this.caller = caller;
        this.forms = forms;
        this.live = live;
        this.page = page;
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance today(TodayView view);

        static native TemplateInstance emergency(TodayView view);

        static native TemplateInstance day(CheckInCard card);

        static native TemplateInstance checkIn(CheckInCard card);

        static native TemplateInstance checkedIn(CheckInCard card);
    }

    /** What a check-in may hold; habits by their id. */
    public record Said(
            Map<UUID, Boolean> habits,

            @Min(value = 1, message = "Choose one of the five faces.")
            @Max(value = 5, message = "Choose one of the five faces.")
            @Nullable
            Integer mood,

            @Size(max = 2000, message = "A note has at most 2,000 characters.") @Nullable
            String note) {
        static Said in(Form form) {
            var habits = new LinkedHashMap<UUID, Boolean>();
            for (var id : form.all("habits")) {
                try {
                    habits.put(UUID.fromString(id), true);
                } catch (IllegalArgumentException e) {
                    form.refuse("habits", "One of these is no habit of yours. Reload the page.");
                }
            }
            return new Said(habits, form.number("mood"), form.optionalText("note"));
        }
    }

    @GET
    public TemplateInstance today(@QueryParam("all") @Nullable Boolean all) {
        var view = reader.of(caller.actor());
        return view.safety().emergency() && !Boolean.TRUE.equals(all)
                ? Templates.emergency(view)
                : Templates.today(view);
    }

    @GET
    @Path("/{period_id}/{day}")
    public TemplateInstance day(@PathParam("period_id") UUID periodId, @PathParam("day") LocalDate day) {
        var card = card(periodId, day);
        var today = page.today();
        if (!day.equals(today) && !day.equals(today.minusDays(1))) {
            throw new ProblemException(ProblemType.WRONG_STATE, TOO_LATE);
        }
        return Templates.day(card);
    }

    @POST
    @Path("/{period_id}/{day}")
    public Response checkIn(@PathParam("period_id") UUID periodId, @PathParam("day") LocalDate day, Form form) {
        var said = Said.in(form);
        if (!live.asked()) {
            return forms.handleOnce(
                    caller.actor(),
                    form,
                    said,
                    () -> next(write(periodId, day, said)),
                    again -> Templates.day(card(periodId, day).with(again)));
        }
        return live.answered(
                forms.handle(
                        form,
                        said,
                        () -> write(periodId, day, said) == null
                                ? Response.ok(Templates.checkedIn(card(periodId, day)))
                                        .build()
                                : live.leading(HERE),
                        again -> Templates.checkIn(card(periodId, day).with(again))),
                "#period-" + periodId);
    }

    @POST
    @Path("/{period_id}/resume")
    public Response resume(@PathParam("period_id") UUID periodId, Form form) {
        return forms.press(caller.actor(), form, () -> switch (periods.resume(caller.actor(), periodId)) {
            case Change.Made(var period, var ignored) ->
                Next.to(HERE).saying("It goes on: " + period.interventionName() + ".");
            case Change.WrongState(var period) ->
                Next.to(HERE)
                        .saying(period.interventionName() + " is "
                                + period.status().wire() + " already.");
            case Change.NothingLeft(var period) ->
                Next.to(HERE).saying(period.interventionName() + " has reached its last day.");
            case Change.Unknown() -> throw ProblemException.notFound("intervention period");
        });
    }

    private CheckInCard card(UUID periodId, LocalDate day) {
        return cards.find(caller.actor(), periodId, day)
                .orElseThrow(() -> ProblemException.notFound("intervention period"));
    }

    /** Help is shown on the page of today, above everything else. */
    private static Next next(@Nullable SafetyNotice notice) {
        return notice == null ? Next.to(HERE).saying("Your check-in is saved.") : Next.to(HERE);
    }

    private @Nullable SafetyNotice write(UUID periodId, LocalDate day, Said said) {
        var checkIn = new CheckIns.CheckIn(said.habits(), said.mood(), said.note());
        return switch (checkIns.record(caller.actor(), periodId, day, checkIn)) {
            case CheckIns.Result.Recorded(var ignored, var safety) -> safety;
            case CheckIns.Result.OutOfReach(var earliest, var latest) ->
                throw new ProblemException(
                        ProblemType.INVALID_INPUT,
                        earliest.isAfter(latest) ? "This is over: no day of it can be written any more." : TOO_LATE);
            case CheckIns.Result.UnknownHabit(var ignored) ->
                throw ProblemException.invalid("/habits", "One of these is no habit of yours. Reload the page.");
            case CheckIns.Result.WrongState(var period) ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE,
                        "This is " + period.status().wire()
                                + " meanwhile, so the day was not written. What you see is what you typed.");
            case CheckIns.Result.UnknownPeriod() -> throw ProblemException.notFound("intervention period");
        };
    }
}
