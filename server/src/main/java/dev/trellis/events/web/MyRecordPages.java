package dev.trellis.events.web;

import dev.trellis.events.MyRecord;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person may know of their own record: everything that happened, and every privileged look at it. */
@Path(MyRecordPages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class MyRecordPages {
    static final String ADDRESS = "/app/settings/record";

    private final MyRecord record;
    private final Caller caller;

    MyRecordPages(MyRecord record, Caller caller) {
        this.record = record;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "events")
    static class Templates {
        static native TemplateInstance record(List<Line> lines, boolean looks, String address, String next);
    }

    /**
     * A line of the record.
     *
     * @param by who did it, when it was not the person; otherwise empty
     * @param detail the whole entry, as JSON
     */
    public record Line(Instant at, String what, String by, String detail) {}

    @GET
    public TemplateInstance happened(@QueryParam("cursor") @Nullable String cursor) {
        var page = record.events(caller.actor(), PageRequest.of(null, cursor));
        var lines = page.items().stream()
                .map(event ->
                        new Line(event.occurredAt(), RecordWords.what(event), RecordWords.by(event), event.payload()))
                .toList();
        return Templates.record(lines, false, ADDRESS, Objects.requireNonNullElse(page.nextCursor(), ""));
    }

    @GET
    @Path("/looks")
    public TemplateInstance looks(@QueryParam("cursor") @Nullable String cursor) {
        var page = record.looks(caller.actor(), PageRequest.of(null, cursor));
        var lines = page.items().stream()
                .map(entry -> new Line(entry.createdAt(), RecordWords.what(entry), "", entry.detail()))
                .toList();
        return Templates.record(lines, true, ADDRESS + "/looks", Objects.requireNonNullElse(page.nextCursor(), ""));
    }
}
