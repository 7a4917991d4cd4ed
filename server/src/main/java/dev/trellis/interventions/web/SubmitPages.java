package dev.trellis.interventions.web;

import dev.trellis.assessment.Categories;
import dev.trellis.interventions.Submissions;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Handing in an intervention of one's own. */
@Path("/app/discover/submit")
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SubmitPages {
    private final Submissions submissions;
    private final Categories categories;
    private final Forms forms;
    private final Caller caller;

    SubmitPages(Submissions submissions, Categories categories, Forms forms, Caller caller) {
        this.submissions = submissions;
        this.categories = categories;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance submit(SubmissionForm fields, Form form);
    }

    @GET
    public TemplateInstance page() {
        return shown(Form.empty().with("duration_days", 14));
    }

    @POST
    public Response submit(Form form) {
        var actor = caller.actor();
        var submission = SubmissionForm.of(categories).read(form);
        return forms.handleOnce(
                actor,
                form,
                submission,
                () -> SubmissionPages.after(submissions.submit(actor, submission))
                        .saying("Thank you. A reviewer reads it, and you will hear from them here."),
                this::shown);
    }

    private TemplateInstance shown(Form form) {
        return Templates.submit(SubmissionForm.of(categories), form);
    }
}
