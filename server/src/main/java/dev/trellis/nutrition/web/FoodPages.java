package dev.trellis.nutrition.web;

import dev.trellis.nutrition.DailyIntake;
import dev.trellis.nutrition.FoodAuditEntry;
import dev.trellis.nutrition.FoodEntries;
import dev.trellis.nutrition.FoodEntry;
import dev.trellis.nutrition.FoodEntryResult;
import dev.trellis.nutrition.FoodEntryResult.Invalid;
import dev.trellis.nutrition.FoodEntryResult.Kept;
import dev.trellis.nutrition.FoodEntryResult.Unknown;
import dev.trellis.nutrition.ShownNumbers;
import dev.trellis.platform.DayRange;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.platform.web.pages.PageContext;
import dev.trellis.safety.web.HelpPage;
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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What somebody ate, planned or not: by name and grams or by its label, corrected, taken back. */
@Path(FoodPages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class FoodPages {
    static final String ROOT = "/app/food";
    private static final int SHOWN = 30;
    private static final PageRequest CORRECTIONS = PageRequest.of(20, null);

    private final FoodEntries entries;
    private final FoodForm reader;
    private final FoodWords words;
    private final ShownNumbers numbers;
    private final Caller caller;
    private final Forms forms;
    private final PageContext page;

    FoodPages(
            FoodEntries entries,
            FoodForm reader,
            FoodWords words,
            ShownNumbers numbers,
            Caller caller,
            Forms forms,
            PageContext page) {
        this.entries = entries;
        this.reader = reader;
        this.words = words;
        this.numbers = numbers;
        this.caller = caller;
        this.forms = forms;
        this.page = page;
    }

    @CheckedTemplate(basePath = "nutrition")
    static class Templates {
        static native TemplateInstance food(List<Day> days, String next);

        static native TemplateInstance newFood(Asked asked);

        static native TemplateInstance entry(FoodLine line, Asked asked, List<FoodAuditEntry> corrections);
    }

    /**
     * A day of the log.
     *
     * @param intake over the whole day; null when numbers are not shown
     */
    public record Day(LocalDate date, @Nullable DailyIntake intake, List<FoodLine> lines) {}

    /**
     * A form of what was eaten.
     *
     * @param names   foods to choose from while typing
     * @param numbers whether calories may be shown and asked for
     */
    public record Asked(Form form, List<String> names, boolean numbers) {
        /** The rows of foods, counted from 0. */
        public List<Integer> rows() {
            return IntStream.range(0, FoodForm.rows(form)).boxed().toList();
        }

        public List<Option> meals() {
            return FoodLine.MEALS;
        }

        /** Whether something was typed from a label, which then stays open. */
        public boolean labelled() {
            return form.has("label_name") || form.has("calories");
        }

        /** What was typed into a numbered field. */
        public String typed(String what, int row) {
            return form.value(what + "_" + row);
        }

        /** What is wrong with it. */
        public String wrong(String what, int row) {
            return form.error(what + "_" + row);
        }
    }

    /** What was eaten lately, by day, the latest first. */
    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        var actor = caller.actor();
        var shown = entries.list(actor, DayRange.of(null, null), PageRequest.of(SHOWN, cursor));
        var byDay = shown.items().stream()
                .collect(Collectors.groupingBy(FoodEntry::day, Collectors.mapping(FoodLine::new, Collectors.toList())));
        var days = byDay.keySet().stream().sorted(Comparator.reverseOrder()).toList();
        Map<LocalDate, DailyIntake> intake = days.isEmpty() || !numbers.to(actor)
                ? Map.of()
                : entries.intake(actor, days.getLast(), days.getFirst()).stream()
                        .collect(Collectors.toMap(DailyIntake::day, Function.identity()));
        return Templates.food(
                days.stream()
                        .map(day -> new Day(day, intake.get(day), Objects.requireNonNull(byDay.get(day))))
                        .toList(),
                Objects.requireNonNullElse(shown.nextCursor(), ""));
    }

    @GET
    @Path("/new")
    public TemplateInstance ask(@QueryParam("day") @Nullable LocalDate day) {
        return asked(Form.empty().with("day", day == null ? page.today() : day));
    }

    @POST
    public Response log(Form form) {
        if (FoodForm.asksForMore(form)) {
            return Response.ok(asked(form)).build();
        }
        var actor = caller.actor();
        var told = reader.read(actor, form, page, numbers.to(actor));
        return forms.handleOnce(
                actor, form, told, () -> next(entries.log(actor, told), "It is in your records."), this::asked);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@PathParam("id") UUID id) {
        var entry = find(id);
        return shown(entry, FoodForm.of(entry, page));
    }

    @POST
    @Path("/{id}")
    public Response correct(@PathParam("id") UUID id, Form form) {
        var actor = caller.actor();
        var before = find(id);
        var told = reader.correct(actor, form, page, before);
        return forms.handleOnce(
                actor,
                form,
                told,
                () -> next(
                        entries.correct(actor, id, now -> reader.correct(actor, form, page, now)), "It is corrected."),
                again -> shown(before, again));
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(@PathParam("id") UUID id, Form form) {
        return forms.press(caller.actor(), form, () -> {
            if (!entries.remove(caller.actor(), id)) {
                throw ProblemException.notFound("food entry");
            }
            return Next.to(ROOT).saying("It is taken back.");
        });
    }

    private static Next next(FoodEntryResult result, String sentence) {
        return switch (result) {
            case Kept(var entry, var safety) ->
                safety == null
                        ? Next.to(ROOT + "/" + entry.id()).saying(sentence)
                        : Next.to(HelpPage.before(ROOT + "/" + entry.id()));
            case Invalid(var errors) ->
                throw ProblemException.invalid(errors.stream()
                        .map(error ->
                                error.pointer().equals("/timestamp") ? new FieldError("/time", error.detail()) : error)
                        .toList());
            case Unknown() -> throw ProblemException.notFound("food entry");
        };
    }

    private FoodEntry find(UUID id) {
        return entries.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound("food entry"));
    }

    private TemplateInstance asked(Form form) {
        return Templates.newFood(view(form));
    }

    private TemplateInstance shown(FoodEntry entry, Form form) {
        var corrections = entries.corrections(caller.actor(), entry.id(), CORRECTIONS)
                .map(Page::items)
                .orElse(List.of());
        return Templates.entry(new FoodLine(entry), view(form), corrections);
    }

    private Asked view(Form form) {
        return new Asked(form, words.names(caller.actor()), numbers.to(caller.actor()));
    }
}
