package dev.trellis.safety.web;

import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Pages;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.safety.SafetyCheckIn;
import dev.trellis.safety.SafetyState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What to read when words gave reason to worry: whom to call, and what brings suggestions back. */
@Path(HelpPage.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SafetyPages {
    private final SafetyCheckIn checkIn;
    private final Caller caller;
    private final Forms forms;

    SafetyPages(SafetyCheckIn checkIn, Caller caller, Forms forms) {
        this.checkIn = checkIn;
        this.caller = caller;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "safety")
    static class Templates {
        static native TemplateInstance safety(SafetyState state, String next);
    }

    /** Any form whose words were answered leads here, and names the page to go on with. */
    @GET
    public TemplateInstance page(@QueryParam("next") @Nullable String next) {
        return Templates.safety(
                checkIn.recent(caller.actor()), Pages.within(next).toString());
    }

    @POST
    @Path("/confirm")
    public Response confirm(Form form) {
        var next = Pages.within(form.value("next")).toString();
        return forms.press(
                caller.actor(),
                form,
                () -> checkIn.confirmSafe(caller.actor()).held()
                        ? Next.to(HelpPage.ADDRESS)
                                .saying("Thank you. A part of it needs somebody else first; see below.")
                        : Next.to(next).saying("Thank you for telling us."));
    }
}
