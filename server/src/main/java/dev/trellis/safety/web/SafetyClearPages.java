package dev.trellis.safety.web;

import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.safety.SafetyCheckIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.AssertTrue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Staff lift a hold that the person may not lift alone. What somebody wrote is not shown here, or anywhere else. */
@Path(SafetyClearPages.ADDRESS)
@ForBrowsers
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SafetyClearPages {
    static final String ADDRESS = "/app/operations/safety";

    private final SafetyCheckIn checkIn;
    private final Forms forms;
    private final Caller caller;

    SafetyClearPages(SafetyCheckIn checkIn, Forms forms, Caller caller) {
        this.checkIn = checkIn;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "safety")
    static class Templates {
        static native TemplateInstance clear(Form form, UUID personId);
    }

    /** What whoever lifts a hold vouches for. */
    public record Seen(
            @AssertTrue(message = "Only when a clinician has seen them.")
            boolean seen) {}

    @GET
    @Path("/{user_id}")
    public TemplateInstance page(@PathParam("user_id") UUID userId) {
        return Templates.clear(Form.empty(), userId);
    }

    @POST
    @Path("/{user_id}")
    public Response clear(@PathParam("user_id") UUID userId, Form form) {
        var operator = caller.as(Role.ADMIN);
        return forms.handleOnce(
                operator,
                form,
                new Seen(form.isTicked("seen")),
                () -> Next.to(ADDRESS + "/" + userId).saying(said(checkIn.clear(operator, userId))),
                again -> Templates.clear(again, userId));
    }

    private static String said(int lifted) {
        return lifted == 0
                ? "Nothing holds this person; nothing was changed."
                : "The hold is lifted. The person can see in their record that you did it.";
    }
}
