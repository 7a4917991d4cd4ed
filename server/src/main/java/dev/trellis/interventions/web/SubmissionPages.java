package dev.trellis.interventions.web;

import dev.trellis.assessment.Categories;
import dev.trellis.interventions.Submission;
import dev.trellis.interventions.Submissions;
import dev.trellis.interventions.Submissions.Revision.AlreadyDecided;
import dev.trellis.interventions.Submissions.Revision.NotTheirs;
import dev.trellis.interventions.Submissions.Revision.Revised;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What I handed in for the catalogue: where it stands, what the reviewer said, and my next version of it. */
@Path(SubmissionPages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SubmissionPages {
    static final String ADDRESS = "/app/discover/mine";

    private final Submissions submissions;
    private final Categories categories;
    private final Forms forms;
    private final Caller caller;

    SubmissionPages(Submissions submissions, Categories categories, Forms forms, Caller caller) {
        this.submissions = submissions;
        this.categories = categories;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance submissions(List<Submission> submissions, String next, boolean first);

        static native TemplateInstance submission(Submission submission);

        static native TemplateInstance revise(Submission submission, SubmissionForm fields, Form form);
    }

    static String address(int interventionId) {
        return ADDRESS + "/" + interventionId;
    }

    @GET
    public TemplateInstance all(@QueryParam("cursor") @Nullable String cursor) {
        var page = submissions.list(caller.actor(), PageRequest.of(null, cursor));
        return Templates.submissions(page.items(), Objects.requireNonNullElse(page.nextCursor(), ""), cursor == null);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(@PathParam("id") int id) {
        return Templates.submission(own(id));
    }

    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(@PathParam("id") int id) {
        var submission = own(id);
        return submission.status().isOpen()
                ? revised(submission, SubmissionForm.filled(submission))
                : Templates.submission(submission);
    }

    @POST
    @Path("/{id}/edit")
    public Response revise(@PathParam("id") int id, Form form) {
        var actor = caller.actor();
        var submission = own(id);
        var next = SubmissionForm.of(categories).read(form);
        return forms.handleOnce(
                actor,
                form,
                next,
                () -> switch (submissions.revise(actor, id, next)) {
                    case Revised(var submitted) -> after(submitted).saying("Sent. A reviewer reads your new version.");
                    case AlreadyDecided _ ->
                        Next.to(address(id)).saying("A reviewer decided meanwhile, so it could not be changed.");
                    case NotTheirs() -> throw unknown();
                },
                again -> revised(submission, again));
    }

    /** Its page; with help before it when the words sounded like somebody who needs it. */
    static Next after(Submissions.Submitted submitted) {
        var page = address(submitted.submission().interventionId());
        return Next.to(submitted.safety() == null ? page : HelpPage.before(page));
    }

    private TemplateInstance revised(Submission submission, Form form) {
        return Templates.revise(submission, SubmissionForm.of(categories), form);
    }

    private Submission own(int id) {
        return submissions.find(caller.actor(), id).orElseThrow(SubmissionPages::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("submission of yours");
    }
}
