package dev.trellis.interventions;

import dev.trellis.events.AuditLog;
import dev.trellis.events.Events;
import dev.trellis.interventions.ReviewDecision.Decision;
import dev.trellis.interventions.Submission.Status;
import dev.trellis.interventions.recommendation.CatalogueSnapshot;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How reviewers decide what members' interventions come into the catalogue. */
@ApplicationScoped
public class Reviews {
    private static final int NEAREST = 3;

    private final Database database;
    private final SubmissionStore store;
    private final CatalogueIndex index;
    private final Catalogue catalogue;
    private final Events events;
    private final AuditLog audit;
    private final InstantSource clock;

    Reviews(
            Database database,
            SubmissionStore store,
            CatalogueIndex index,
            Catalogue catalogue,
            Events events,
            AuditLog audit,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.index = index;
        this.catalogue = catalogue;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A submission that waits, and what in the catalogue is closest to it, to tell a new idea from an old one.
     *
     * @param own true when the reviewer wrote it, and somebody else has to review it
     */
    public record QueueItem(Submission submission, boolean own, List<Similar> similar) {}

    /** An item of the catalogue; similarity is a cosine, 1 for the same text. */
    public record Similar(int interventionId, String name, double similarity) {}

    /** What waits for a review, the oldest first. Not to be called inside a transaction. */
    public Page<QueueItem> queue(Actor reviewer, PageRequest page) {
        var waiting = database.as(reviewer, tx -> {
            var found = Page.of(
                    store.pending(tx, page.afterId(), page.fetch()), page, submission -> new Cursor(submission.id()));
            audit.recordEach(
                    tx,
                    reviewer,
                    "submissions.read",
                    found.items().stream().map(Submission::userId).toList(),
                    new Read(found.items().size()));
            return found;
        });
        var items = index.ask(catalogue -> waiting.items().stream()
                .map(submission -> new QueueItem(
                        submission,
                        submission.userId().equals(reviewer.userId()),
                        similar(catalogue, submission, NEAREST)))
                .toList());
        return new Page<>(items, waiting.nextCursor());
    }

    private record Read(int shown) {}

    /**
     * A submission beside what in the catalogue is closest to it, closest first.
     *
     * @param own true when the reviewer wrote it, and somebody else has to review it
     */
    public record Compared(Submission submission, boolean own, List<Near> nearest) {}

    /** An item of the catalogue in full; similarity is a cosine, 1 for the same text. */
    public record Near(CatalogueDetail item, double similarity) {}

    /** One submission, whatever its status, beside what resembles it. Not to be called inside a transaction. */
    public Optional<Compared> compare(Actor reviewer, int interventionId) {
        var found = database.as(reviewer, tx -> {
            var submission = store.find(tx, interventionId);
            submission.ifPresent(read -> audit.record(tx, reviewer, "submissions.read", read.userId(), new Read(1)));
            return submission;
        });
        return found.map(submission ->
                new Compared(submission, submission.userId().equals(reviewer.userId()), nearest(reviewer, submission)));
    }

    /** An approved one is in the catalogue itself, and is not compared with itself. */
    private List<Near> nearest(Actor reviewer, Submission submission) {
        var similar = index.ask(catalogue -> similar(catalogue, submission, NEAREST + 1));
        return similar.stream()
                .filter(one -> one.interventionId() != submission.interventionId())
                .limit(NEAREST)
                .flatMap(one -> catalogue.detail(reviewer, one.interventionId()).stream()
                        .map(item -> new Near(item, one.similarity())))
                .toList();
    }

    /** Decides on a pending submission, once however many reviewers race, and tells its author. */
    public ReviewOutcome decide(Actor reviewer, int interventionId, ReviewDecision decision) {
        return database.as(
                reviewer,
                tx -> store.find(tx, interventionId)
                        .map(submission -> decide(tx, reviewer, submission, decision))
                        .orElseGet(ReviewOutcome.Unknown::new));
    }

    private ReviewOutcome decide(Handle tx, Actor reviewer, Submission submission, ReviewDecision decision) {
        var approves = decision.decision() == Decision.APPROVE;
        if (submission.userId().equals(reviewer.userId())) {
            return new ReviewOutcome.OwnSubmission();
        }
        if (submission.status() != Status.PENDING) {
            return new ReviewOutcome.NotPending(submission.status());
        }
        if (decision.revision() != null && decision.revision() != submission.revision()) {
            return new ReviewOutcome.ReadAnotherRevision(submission.revision());
        }
        if (approves && !submission.moderationFlags().isEmpty() && !decision.acknowledgesFlags()) {
            return new ReviewOutcome.FlagsNotAcknowledged(submission.moderationFlags());
        }
        if (!approves && decision.noteOrEmpty().isEmpty()) {
            return new ReviewOutcome.NoteMissing();
        }
        return settle(tx, reviewer, submission, decision);
    }

    private ReviewOutcome settle(Handle tx, Actor reviewer, Submission submission, ReviewDecision decision) {
        var won = store.decide(
                tx,
                submission.interventionId(),
                decision.decision().leadsTo(),
                decision.noteOrEmpty(),
                reviewer.userId(),
                decision.evidenceGrade(),
                submission.revision(),
                clock.instant());
        var current = store.find(tx, submission.interventionId()).orElseThrow();
        if (!won) {
            return current.status() == Status.PENDING
                    ? new ReviewOutcome.ReadAnotherRevision(current.revision())
                    : new ReviewOutcome.NotPending(current.status());
        }
        events.publish(
                tx,
                new InterventionReviewed(
                        current.userId(),
                        current.id(),
                        current.interventionId(),
                        current.name(),
                        current.status().wire(),
                        current.reviewNote()));
        return new ReviewOutcome.Decided(current);
    }

    private static List<Similar> similar(CatalogueSnapshot catalogue, Submission submission, int most) {
        return catalogue.nearest(submission.documentText(), most).stream()
                .map(found -> new Similar(
                        found.entry().interventionId(), found.entry().name(), found.closeness()))
                .toList();
    }
}
