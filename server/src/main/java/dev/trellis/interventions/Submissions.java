package dev.trellis.interventions;

import dev.trellis.assessment.Categories;
import dev.trellis.events.Events;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people hand in for the catalogue, and how they change it until a reviewer has decided. */
@ApplicationScoped
public class Submissions {
    private final Database database;
    private final SubmissionStore store;
    private final Categories categories;
    private final SafetyEvents safety;
    private final Events events;
    private final InstantSource clock;

    Submissions(
            Database database,
            SubmissionStore store,
            Categories categories,
            SafetyEvents safety,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.categories = categories;
        this.safety = safety;
        this.events = events;
        this.clock = clock;
    }

    /** A stored version, and what to show its author when its words gave reason to worry. */
    public record Submitted(Submission submission, @Nullable SafetyNotice safety) {}

    /** What became of a change. */
    public sealed interface Revision {
        /** It is pending, with a new number of revision. */
        record Revised(Submitted submitted) implements Revision {}

        /** A reviewer has decided on it already. */
        record AlreadyDecided(Submission.Status status) implements Revision {}

        /** There is no such submission of this person. */
        record NotTheirs() implements Revision {}
    }

    /** Hands in an intervention; it is pending until a reviewer has decided. */
    public Submitted submit(Actor author, NewSubmission submission) {
        check(submission);
        return database.as(author, tx -> {
            var flags = ModerationFlag.in(submission.texts());
            var id = store.add(tx, author.userId(), submission, flags, clock.instant());
            return stored(tx, author, id, submission);
        });
    }

    /** The author's next version, until a reviewer has approved or rejected it. */
    public Revision revise(Actor author, int interventionId, NewSubmission submission) {
        check(submission);
        return database.as(author, tx -> {
            var flags = ModerationFlag.in(submission.texts());
            if (store.revise(tx, author.userId(), interventionId, submission, flags)) {
                return new Revision.Revised(stored(tx, author, interventionId, submission));
            }
            return own(tx, author, interventionId)
                    .<Revision>map(found -> new Revision.AlreadyDecided(found.status()))
                    .orElseGet(Revision.NotTheirs::new);
        });
    }

    /** One's own submission. */
    public Optional<Submission> find(Actor author, int interventionId) {
        return database.as(author, tx -> own(tx, author, interventionId));
    }

    /** One's own submissions, newest first. */
    public Page<Submission> list(Actor author, PageRequest page) {
        return database.as(
                author,
                tx -> Page.of(
                        store.of(tx, author.userId(), page.afterId(), page.fetch()),
                        page,
                        submission -> new Cursor(submission.id())));
    }

    private Optional<Submission> own(Handle tx, Actor author, int interventionId) {
        return store.find(tx, interventionId).filter(found -> found.userId().equals(author.userId()));
    }

    private Submitted stored(Handle tx, Actor author, int id, NewSubmission submission) {
        store.replaceHabits(tx, author.userId(), id, submission.templates());
        var notice =
                safety.screened(tx, author, "submission", submission.texts().toArray(String[]::new));
        var stored = store.find(tx, id).orElseThrow();
        events.publish(tx, new InterventionSubmitted(author.userId(), stored.id(), id, stored.name()));
        return new Submitted(stored, notice);
    }

    private void check(NewSubmission submission) {
        var errors = new ArrayList<FieldError>();
        var known = List.copyOf(categories.all());
        if (!known.contains(submission.category())) {
            errors.add(new FieldError("/category", "The categories are " + String.join(", ", known) + "."));
        }
        var tags = submission.contraindicationTags();
        for (var i = 0; tags != null && i < tags.size(); i++) {
            if (!isKnown(tags.get(i))) {
                errors.add(new FieldError(
                        "/contraindication_tags/" + i, "This is not one of the catalogue's contraindication tags."));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_INPUT, errors.getFirst().detail(), errors);
        }
    }

    private static boolean isKnown(String tag) {
        try {
            ContraindicationTag.of(tag);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
