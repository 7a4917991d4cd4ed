package dev.trellis.identity.web;

import dev.trellis.identity.DataExport;
import dev.trellis.identity.Erasure;
import dev.trellis.identity.People;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Objects;

/** A person's data is theirs: take it along, or have it erased. */
@Path("/app/settings/data")
@ForBrowsers
@Access(scopes = Scope.ACCOUNT)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class MyDataPages {
    /** As logging out, and what is left of the visit. */
    private static final String FORGET = "\"cache\", \"cookies\", \"storage\"";

    private final DataExport export;
    private final Erasure erasure;
    private final People people;
    private final BrowserEntrance entrance;
    private final Forms forms;
    private final Caller caller;

    MyDataPages(
            DataExport export, Erasure erasure, People people, BrowserEntrance entrance, Forms forms, Caller caller) {
        this.export = export;
        this.erasure = erasure;
        this.people = people;
        this.entrance = entrance;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance myData();

        static native TemplateInstance delete(Form form, Confirmation confirmation);
    }

    /** What has to be typed again: the e-mail address, or the name of somebody who has none. */
    public record Confirmation(String label, String words) {}

    @GET
    public TemplateInstance page() {
        return Templates.myData();
    }

    @GET
    @Path("/export")
    @Produces("application/zip")
    public Response download() {
        var actor = caller.actor();
        StreamingOutput archive = out -> export.write(actor, out);
        return Response.ok(archive)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trellis-export.zip\"")
                .build();
    }

    @GET
    @Path("/delete")
    public TemplateInstance confirm() {
        return Templates.delete(Form.empty(), confirmation());
    }

    @POST
    @Path("/delete")
    public Response erase(Form form) {
        var confirmation = confirmation();
        if (!form.text("words").equalsIgnoreCase(confirmation.words())) {
            form.refuse("words", "This is not what your account says. Nothing was deleted.");
        }
        return forms.handle(
                form,
                confirmation,
                () -> {
                    var receipt = erasure.erase(caller.actor());
                    entrance.letOut();
                    return Response.seeOther(URI.create(ErasedPages.ADDRESS + "/" + receipt.id()))
                            .header("Clear-Site-Data", FORGET)
                            .build();
                },
                again -> Templates.delete(again, confirmation));
    }

    private Confirmation confirmation() {
        var person = people.me(caller.actor());
        return person.email() == null
                ? new Confirmation(
                        "Your name, as it is in your settings",
                        person.displayName().strip())
                : new Confirmation("Your e-mail address", Objects.requireNonNull(person.email()));
    }
}
