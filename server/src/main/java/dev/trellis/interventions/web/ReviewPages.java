package dev.trellis.interventions.web;

import dev.trellis.interventions.ReviewDecision;
import dev.trellis.interventions.ReviewDecision.Decision;
import dev.trellis.interventions.Reviews;
import dev.trellis.interventions.Reviews.Compared;
import dev.trellis.interventions.Reviews.QueueItem;
import dev.trellis.interventions.Submission;
import dev.trellis.interventions.recommendation.EvidenceGrade;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
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

/** The reviewer's desk: what waits, each beside what it resembles, and the decision. */
@Path(ReviewPages.ADDRESS)
@ForBrowsers
@Access(role = Role.REVIEWER, scopes = Scope.REVIEW)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
    static final String ADDRESS = "/app/review";

    private final Reviews reviews;
    private final Forms forms;
    private final Caller caller;

    ReviewPages(Reviews reviews, Forms forms, Caller caller) {
        this.reviews = reviews;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "interventions")
    static class Templates {
        static native TemplateInstance reviewQueue(List<Waiting> items, String next);

        static native TemplateInstance review(Form form, Desk desk);
    }

    /** A line of the queue. */
    public record Waiting(Submission submission, boolean own, List<String> flags, String closest) {
        static Waiting of(QueueItem item) {
            var closest = item.similar().isEmpty()
                    ? ""
                    : item.similar().getFirst().name() + ", "
                            + ReviewWords.percent(item.similar().getFirst().similarity()) + " alike";
            return new Waiting(item.submission(), item.own(), ReviewWords.flags(item.submission()), closest);
        }
    }

    /** What lies on the desk: the submission, what it resembles, and what can be decided. */
    public record Desk(Submission submission, boolean own, List<String> flags, List<Beside> nearest) {
        static Desk of(Compared compared) {
            return new Desk(
                    compared.submission(),
                    compared.own(),
                    ReviewWords.flags(compared.submission()),
                    compared.nearest().stream().map(Beside::of).toList());
        }

        /** Whether it still waits for a decision. */
        public boolean isPending() {
            return submission.status() == Submission.Status.PENDING;
        }

        /** Where it stands, in words. */
        public String status() {
            return ReviewWords.status(submission.status());
        }

        /** The habits it asks for, in words. */
        public List<String> habits() {
            return submission.habits().stream().map(ReviewWords::habit).toList();
        }
    }

    /** An item of the catalogue beside the submission. */
    public record Beside(
            int id,
            String name,
            String alike,
            String category,
            String description,
            String profileMatch,
            List<String> habits,
            int durationDays,
            String evidence) {
        static Beside of(Reviews.Near near) {
            var item = near.item();
            return new Beside(
                    item.interventionId(),
                    item.name(),
                    ReviewWords.percent(near.similarity()),
                    ReviewWords.area(item.category()),
                    item.description(),
                    item.profileMatch(),
                    item.habits().stream().map(ReviewWords::habit).toList(),
                    item.durationDays(),
                    item.evidence().grade() + ", " + item.evidence().text());
        }
    }

    @GET
    public TemplateInstance queue(@QueryParam("cursor") @Nullable String cursor) {
        var page = reviews.queue(caller.as(Role.REVIEWER), PageRequest.of(null, cursor));
        return Templates.reviewQueue(
                page.items().stream().map(Waiting::of).toList(), Objects.requireNonNullElse(page.nextCursor(), ""));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance read(@PathParam("id") int id) {
        return desk(Form.empty(), id);
    }

    @POST
    @Path("/{id}")
    public Response decide(@PathParam("id") int id, Form form) {
        var reviewer = caller.as(Role.REVIEWER);
        var decision = decision(form);
        return forms.handleOnce(
                reviewer,
                form,
                decision,
                () -> {
                    var decided = ReviewsApi.decided(reviews.decide(reviewer, id, decision));
                    return Next.to(ADDRESS).saying(ReviewWords.done(decided));
                },
                again -> desk(again, id));
    }

    /** The boxes that were not ticked are fields too: what is wrong with them stands beside them. */
    private static ReviewDecision decision(Form form) {
        form.withAll("flags_acknowledged", form.all("flags_acknowledged"));
        var chosen = form.choice("decision", Decision.class);
        if (chosen == null) {
            form.refuse("decision", "Choose what becomes of it.");
        }
        return new ReviewDecision(
                Objects.requireNonNullElse(chosen, Decision.REQUEST_CHANGES),
                form.optionalText("note"),
                form.choice("evidence_grade", EvidenceGrade.class),
                form.all("flags_acknowledged").contains("yes"),
                form.number("revision"));
    }

    private TemplateInstance desk(Form form, int id) {
        var compared = reviews.compare(caller.as(Role.REVIEWER), id)
                .orElseThrow(() -> ProblemException.notFound("submission"));
        return Templates.review(form, Desk.of(compared));
    }
}
