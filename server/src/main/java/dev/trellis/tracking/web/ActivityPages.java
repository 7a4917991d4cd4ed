package dev.trellis.tracking.web;

import dev.trellis.platform.DayRange;
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
import dev.trellis.tracking.Activities;
import dev.trellis.tracking.Activity;
import dev.trellis.tracking.ActivityResult;
import dev.trellis.tracking.ActivityResult.Invalid;
import dev.trellis.tracking.ActivityResult.Kept;
import dev.trellis.tracking.ActivityResult.Unknown;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody did, planned or not: told by hand, corrected, taken back. */
@Path(ActivityPages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ActivityPages {
    static final String ROOT = "/app/activities";

    /** Effort in words; the numbers are those of the API. */
    static final List<Option> EFFORTS = List.of(
            Option.of("2", "2, very easy"),
            Option.of("4", "4, comfortable"),
            Option.of("6", "6, hard work"),
            Option.of("8", "8, very hard"),
            Option.of("10", "10, all there was"));

    private static final int SHOWN = 20;
    /** What the form calls what the API calls otherwise. */
    private static final Map<String, String> FIELDS =
            Map.of("/started_at", "/time", "/duration_s", "/minutes", "/distance_m", "/km");

    private final Activities activities;
    private final Caller caller;
    private final Forms forms;
    private final PageContext page;

    ActivityPages(Activities activities, Caller caller, Forms forms, PageContext page) {
        this.activities = activities;
        this.caller = caller;
        this.forms = forms;
        this.page = page;
    }

    @CheckedTemplate(basePath = "tracking")
    static class Templates {
        static native TemplateInstance activities(List<ActivityLine> lines, String next);

        static native TemplateInstance newActivity(Asked asked);

        static native TemplateInstance activity(ActivityLine line, Asked asked);
    }

    /** A form of an activity, and what can be chosen in it. */
    public record Asked(String action, Form form) {
        public List<Option> types() {
            return ActivityLine.TYPES;
        }

        /** Also one that only the API can tell, such as 7, so that a correction keeps it. */
        public List<Option> efforts() {
            var said = form.value("rpe");
            boolean known = said.isEmpty()
                    || EFFORTS.stream().anyMatch(option -> option.value().equals(said));
            return known
                    ? EFFORTS
                    : Stream.concat(Stream.of(Option.of(said, said)), EFFORTS.stream())
                            .toList();
        }
    }

    /** What was done lately, the latest first. */
    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        var shown = activities.list(caller.actor(), DayRange.of(null, null), PageRequest.of(SHOWN, cursor));
        return Templates.activities(
                shown.items().stream().map(ActivityLine::new).toList(),
                Objects.requireNonNullElse(shown.nextCursor(), ""));
    }

    @GET
    @Path("/new")
    public TemplateInstance ask(@QueryParam("day") @Nullable LocalDate day) {
        return Templates.newActivity(new Asked(ROOT, Form.empty().with("day", day == null ? page.today() : day)));
    }

    @POST
    public Response log(Form form) {
        var told = ActivityForm.read(form, page, null);
        return forms.handleOnce(
                caller.actor(),
                form,
                told,
                () -> next(activities.log(caller.actor(), told), "It is in your records."),
                again -> Templates.newActivity(new Asked(ROOT, again)));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@PathParam("id") UUID id) {
        var activity = find(id);
        return shown(activity, ActivityForm.of(activity, page));
    }

    @POST
    @Path("/{id}")
    public Response correct(@PathParam("id") UUID id, Form form) {
        var before = find(id);
        var told = ActivityForm.read(form, page, before);
        return forms.handleOnce(
                caller.actor(),
                form,
                told,
                () -> next(
                        activities.change(caller.actor(), id, now -> ActivityForm.read(form, page, now)),
                        "It is corrected."),
                again -> shown(before, again));
    }

    @POST
    @Path("/{id}/remove")
    public Response remove(@PathParam("id") UUID id, Form form) {
        return forms.press(caller.actor(), form, () -> {
            if (!activities.remove(caller.actor(), id)) {
                throw ProblemException.notFound("activity");
            }
            return Next.to(ROOT).saying("It is taken back.");
        });
    }

    private static Next next(ActivityResult result, String sentence) {
        return switch (result) {
            case Kept(var activity, var safety) ->
                safety == null
                        ? Next.to(ROOT + "/" + activity.id()).saying(sentence)
                        : Next.to(HelpPage.before(ROOT + "/" + activity.id()));
            case Invalid(var errors) ->
                throw ProblemException.invalid(errors.stream()
                        .map(error ->
                                new FieldError(FIELDS.getOrDefault(error.pointer(), error.pointer()), error.detail()))
                        .toList());
            case Unknown() -> throw ProblemException.notFound("activity");
            case ActivityResult other -> throw new IllegalStateException("not of an activity by hand: " + other);
        };
    }

    private Activity find(UUID id) {
        return activities.find(caller.actor(), id).orElseThrow(() -> ProblemException.notFound("activity"));
    }

    private static TemplateInstance shown(Activity activity, Form form) {
        var line = new ActivityLine(activity);
        return Templates.activity(line, new Asked(line.address(), form));
    }
}
