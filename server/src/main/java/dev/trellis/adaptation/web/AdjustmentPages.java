package dev.trellis.adaptation.web;

import dev.trellis.adaptation.AdaptationChoices;
import dev.trellis.adaptation.AdaptationSettings;
import dev.trellis.adaptation.AdjustmentResult;
import dev.trellis.adaptation.Adjustments;
import dev.trellis.adaptation.DayOverride;
import dev.trellis.adaptation.SymptomCheck;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.platform.web.pages.PageContext;
import dev.trellis.tracking.ContextDay;
import dev.trellis.tracking.ContextLog;
import dev.trellis.tracking.PainRegion;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days made different, or proposed to be: with before and after, to agree to, decline or take back. */
@Path(AdjustmentPages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class AdjustmentPages {
    static final String ROOT = "/app/adjustments";
    private static final int PAGE = 20;

    private final Adjustments adjustments;
    private final AdaptationChoices choices;
    private final ContextLog log;
    private final Caller caller;
    private final Forms forms;
    private final PageContext page;

    AdjustmentPages(
            Adjustments adjustments,
            AdaptationChoices choices,
            ContextLog log,
            Caller caller,
            Forms forms,
            PageContext page) {
        this.adjustments = adjustments;
        this.choices = choices;
        this.log = log;
        this.caller = caller;
        this.forms = forms;
        this.page = page;
    }

    @CheckedTemplate(basePath = "adaptation")
    static class Templates {
        static native TemplateInstance adjustments(List<AdjustmentView> waiting, List<AdjustmentView> decided, String next);

        static native TemplateInstance adjustment(AdjustmentView view);

        static native TemplateInstance howAreYou(HowAreYou view);

        static native TemplateInstance choices(Form form);
    }

    /** The questions of a morning. */
    public record HowAreYou(Form form) {
        private static final List<Option> ILLNESSES = List.of(
                Option.of("none", "No"),
                Option.of("above_neck", "A cold: a runny nose, a mild sore throat"),
                Option.of("below_neck", "A chest cough, aches, or the stomach"),
                Option.of("fever", "Fever, 38 degrees or more"));
        private static final List<Option> REGIONS = Arrays.stream(PainRegion.values())
                .map(region -> Option.of(region.wire(), region.wire().replace('_', ' ')))
                .toList();

        public List<Option> illnesses() {
            return ILLNESSES;
        }

        public List<Option> regions() {
            return REGIONS;
        }

        /** From one end to the other. */
        public List<Option> five(String one, String other) {
            return List.of(
                    Option.of("1", "1, " + one),
                    Option.of("2", "2"),
                    Option.of("3", "3"),
                    Option.of("4", "4"),
                    Option.of("5", "5, " + other));
        }
    }

    /** Those that wait first, then what became of the others. */
    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        var all = new DayRange(null, null);
        var waiting = adjustments
                .list(caller.actor(), all, DayOverride.Status.PENDING, PageRequest.of(PAGE, null))
                .items();
        var page = adjustments.list(caller.actor(), all, null, PageRequest.of(PAGE, cursor));
        return Templates.adjustments(
                waiting.stream().map(one -> AdjustmentView.of(one, Form.empty())).toList(),
                page.items().stream()
                        .filter(one -> one.status() != DayOverride.Status.PENDING)
                        .map(one -> AdjustmentView.of(one, Form.empty()))
                        .toList(),
                Objects.requireNonNullElse(page.nextCursor(), ""));
    }

    @GET
    @Path("/today")
    public TemplateInstance today() {
        return Templates.howAreYou(new HowAreYou(ContextForm.filled(told())));
    }

    /** How today is, and what that means for it. */
    @POST
    @Path("/today")
    public Response analyse(Form form) {
        var read = ContextForm.read(form);
        return forms.handleOnce(
                caller.actor(), form, read, () -> switch (
                        adjustments.analyse(caller.actor(), null, read.context(told()))) {
                    case AdjustmentResult.Analysed(var day) ->
                        Next.to(day.adjustments().isEmpty() && day.proposals().isEmpty() ? CalendarPages.ROOT : ROOT)
                                .saying(day.summary());
                    case AdjustmentResult.NoProgram() ->
                        Next.to("/app/program").saying("It is noted. There is no program to adjust to it yet.");
                    case AdjustmentResult other -> refused(other);
                }, again -> Templates.howAreYou(new HowAreYou(again)));
    }

    @GET
    @Path("/choices")
    public TemplateInstance choices() {
        var mine = choices.mine(caller.actor());
        return Templates.choices(Form.empty()
                .with("auto_adjust", mine.autoAdjust())
                .with("fewer_carbs_on_cuts", mine.fewerCarbsOnCuts())
                .with("auto_raise_calories", mine.autoRaiseCalories())
                .with("morning_at", mine.morningAt()));
    }

    @POST
    @Path("/choices")
    public Response choose(Form form) {
        var morning = form.time("morning_at");
        if (morning == null) {
            form.refuse("morning_at", "Choose a time, such as 06:00.");
        }
        return forms.handleOnce(
                caller.actor(),
                form,
                "",
                () -> {
                    choices.choose(
                            caller.actor(),
                            new AdaptationSettings(
                                    form.isTicked("auto_adjust"),
                                    form.isTicked("fewer_carbs_on_cuts"),
                                    form.isTicked("auto_raise_calories"),
                                    Objects.requireNonNull(morning)));
                    return Next.to(ROOT).saying("Kept.");
                },
                Templates::choices);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@PathParam("id") UUID id) {
        return Templates.adjustment(AdjustmentView.of(find(id), Form.empty()));
    }

    @POST
    @Path("/{id}/approve")
    public Response approve(@PathParam("id") UUID id, Form form) {
        return forms.press(
                caller.actor(), form, () -> decided(adjustments.approve(caller.actor(), id), id, "The day is changed."));
    }

    @POST
    @Path("/{id}/reject")
    public Response reject(@PathParam("id") UUID id, Form form) {
        return forms.press(
                caller.actor(),
                form,
                () -> decided(adjustments.reject(caller.actor(), id), id, "Fine. The day stays as it was planned."));
    }

    /** Takes it back; what was held for safety's sake asks about the symptoms first. */
    @POST
    @Path("/{id}/undo")
    public Response undo(@PathParam("id") UUID id, Form form) {
        var override = find(id);
        var hours = form.number("hours_free");
        var fever = form.answer("fever");
        var below = form.answer("below_neck");
        var chest = form.answer("chest");
        if (override.hold()) {
            Map.of("fever", fever == null, "below_neck", below == null, "chest", chest == null)
                    .forEach((name, missing) -> {
                        if (missing) {
                            form.refuse(name, "Choose yes or no.");
                        }
                    });
            if (hours == null) {
                form.refuse("hours_free", "Write a whole number.");
            }
        }
        return forms.handleOnce(
                caller.actor(),
                form,
                "",
                () -> {
                    var symptoms = fever == null || below == null || chest == null || hours == null
                            ? null
                            : new SymptomCheck(fever, below, chest, hours);
                    return decided(
                            adjustments.undo(caller.actor(), id, symptoms), id, "The day is as it was planned again.");
                },
                again -> Templates.adjustment(AdjustmentView.of(override, again)));
    }

    private static Next decided(AdjustmentResult result, UUID id, String words) {
        return switch (result) {
            case AdjustmentResult.Decided ignored -> Next.to(ROOT + "/" + id).saying(words);
            case AdjustmentResult.WrongState(var sentence) -> Next.to(ROOT + "/" + id).saying(sentence);
            case AdjustmentResult other -> refused(other);
        };
    }

    private static Next refused(AdjustmentResult result) {
        return switch (result) {
            case AdjustmentResult.Unknown() -> throw ProblemException.notFound("adjustment");
            case AdjustmentResult.WrongState(var sentence) -> Next.to(ROOT).saying(sentence);
            case AdjustmentResult.OutOfReach ignored -> throw ProblemException.notFound("day");
            case AdjustmentResult.NoProgram() -> throw ProblemException.notFound("program");
            case AdjustmentResult.Analysed ignored -> throw new IllegalStateException("nothing was to be analysed");
            case AdjustmentResult.Decided ignored -> throw new IllegalStateException("nothing was to be decided");
        };
    }

    /** What was told of today so far. */
    private ContextDay told() {
        return log.day(caller.actor(), page.today())
                .map(ContextLog.LoggedDay::context)
                .orElse(ContextDay.SILENT);
    }

    private DayOverride find(UUID id) {
        return adjustments.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound("adjustment"));
    }
}
