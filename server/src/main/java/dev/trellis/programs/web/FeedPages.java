package dev.trellis.programs.web;

import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.PageWriter;
import dev.trellis.programs.CalendarFeed;
import dev.trellis.programs.CalendarFeeds;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Addresses under which people's own calendar programs read their plan. One is on one page, once. */
@Path(FeedPages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class FeedPages {
    static final String ROOT = "/app/calendar-feeds";
    private static final int MOST = 50;

    private final CalendarFeeds feeds;
    private final Once once;
    private final Forms forms;
    private final Caller caller;

    FeedPages(CalendarFeeds feeds, Once once, Forms forms, Caller caller) {
        this.feeds = feeds;
        this.once = once;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance feeds(List<CalendarFeed> feeds, Form form);

        static native TemplateInstance feedMade(String name, String address);
    }

    record NewFeed(
            @NotBlank(message = "Name it after the calendar that will show it.") @Size(max = 100) String name,
            boolean meals) {}

    @GET
    public TemplateInstance list() {
        return list(Form.empty().with("meals", true));
    }

    /** The answer is not a redirect: the address must not be in another address, a cookie or a table. */
    @POST
    public Response create(Form form, @Context UriInfo request) {
        var actor = caller.actor();
        var wanted = new NewFeed(form.text("name"), form.isTicked("meals"));
        return forms.handle(
                form,
                wanted,
                () -> {
                    var made = new AtomicReference<@Nullable CalendarFeed>();
                    var answer = once.form(actor, form.value(Form.ONCE), form.fields(), () -> {
                        made.set(feeds.create(actor, wanted.name(), wanted.meals()));
                        return Answer.leadingTo(ROOT);
                    });
                    var feed = made.get();
                    return feed == null || feed.path() == null
                            ? answer
                            : Response.ok(Templates.feedMade(
                                            feed.name(),
                                            request.getBaseUri().resolve(feed.path()).toString()))
                                    .type(PageWriter.HTML)
                                    .build();
                },
                this::list);
    }

    @POST
    @Path("/{id}/revoke")
    public Response revoke(@PathParam("id") UUID id, Form form) {
        return forms.press(caller.actor(), form, () -> {
            if (!feeds.revoke(caller.actor(), id)) {
                throw ProblemException.notFound("address; it may have been taken back already");
            }
            return Next.to(ROOT).saying("That address opens nothing any more.");
        });
    }

    private TemplateInstance list(Form form) {
        return Templates.feeds(
                feeds.list(caller.actor(), PageRequest.of(MOST, null)).items(), form);
    }
}
