package dev.trellis.web;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.LiveForms;
import dev.trellis.tracking.ContextDay;
import dev.trellis.tracking.ContextLog;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a day was, beside any check-in; its form stands on the page of today. */
@Path("/app/today/day/{day}")
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class DayLogPages {
    private static final String HERE = "/app/today";
    private static final String HOURS = "Write the hours as a number from 0 to 24, such as 7.5.";
    private static final String FIVE = "Choose one of the five.";
    private static final String PAIN = "Write a whole number from 0, none, to 10, the worst.";

    private final ContextLog log;
    private final TodayReader reader;
    private final Caller caller;
    private final Forms forms;
    private final LiveForms live;

    DayLogPages(ContextLog log, TodayReader reader, Caller caller, Forms forms, LiveForms live) {
        this.log = log;
        this.reader = reader;
        this.caller = caller;
        this.forms = forms;
        this.live = live;
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance dayLog(TodayView.DayLog log);

        static native TemplateInstance dayLogged(TodayView.DayLog log);
    }

    /** What the form holds. */
    public record Said(
            @Min(value = 1, message = FIVE) @Max(value = 5, message = FIVE) @Nullable
            Integer mood,

            @DecimalMin(value = "0", message = HOURS)
            @DecimalMax(value = "24", message = HOURS)
            @Digits(integer = 2, fraction = 2, message = HOURS)
            @Nullable
            BigDecimal sleepHours,

            @Min(value = 1, message = FIVE) @Max(value = 5, message = FIVE) @Nullable
            Integer stress,

            @Min(value = 1, message = FIVE) @Max(value = 5, message = FIVE) @Nullable
            Integer energy,

            @Min(value = 0, message = PAIN) @Max(value = 10, message = PAIN) @Nullable
            Integer pain) {}

    /** The form is part of the page of today. */
    @GET
    public Response page() {
        return Response.seeOther(URI.create(HERE)).build();
    }

    @POST
    public Response write(@PathParam("day") LocalDate day, Form form) {
        var said = new Said(
                form.number("mood"),
                form.decimal("sleep_hours"),
                form.number("stress"),
                form.number("energy"),
                form.number("pain"));
        if (!live.asked()) {
            return forms.handleOnce(
                    caller.actor(),
                    form,
                    said,
                    () -> {
                        keep(day, form, said);
                        return Next.to(HERE).saying("Noted.");
                    },
                    again -> {
                        var view = reader.of(caller.actor());
                        return TodayPages.Templates.today(view.with(view.log().with(again)));
                    });
        }
        return live.answered(
                forms.handle(
                        form,
                        said,
                        () -> {
                            keep(day, form, said);
                            return Response.ok(Templates.dayLogged(view())).build();
                        },
                        again -> Templates.dayLog(view().with(again))),
                "#day-log");
    }

    private TodayView.DayLog view() {
        return reader.of(caller.actor()).log();
    }

    /** What was said elsewhere of the day stays when this form does not ask for it. */
    private void keep(LocalDate day, Form form, Said said) {
        var known =
                log.day(caller.actor(), day).map(ContextLog.LoggedDay::context).orElse(ContextDay.SILENT);
        var mood = form.has("with_mood") ? said.mood() : known.mood();
        var context = known.saying(mood, said.sleepHours(), said.stress(), said.energy(), said.pain());
        switch (log.write(caller.actor(), day, context)) {
            case ContextLog.Logged.Written ignored -> {}
            case ContextLog.Logged.OutOfReach(var earliest, var latest) ->
                throw new ProblemException(
                        ProblemType.INVALID_INPUT, "A day can be written from " + earliest + " to " + latest + ".");
        }
    }
}
