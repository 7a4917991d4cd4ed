package dev.trellis.adaptation;

import dev.trellis.adaptation.matching.Activity;
import dev.trellis.adaptation.matching.Matching;
import dev.trellis.adaptation.matching.SessionSimilarity;
import dev.trellis.platform.PersonDays;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.training.Exercise;
import dev.trellis.programs.training.Exercises;
import dev.trellis.tracking.ActivityLinks;
import dev.trellis.tracking.ActivityLinks.ActivityLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Matches activities with planned sessions and notes on each activity what it was (domain 04.2, 04.4). A session may be
 * done a day early or late, so that days hang together; they are matched from a gap that nothing reaches across to the
 * next such gap, which gives the same as matching a whole life at once.
 */
@ApplicationScoped
class SessionMatching {
    private static final int NEAR = 4;
    private static final int FAR = 21;

    private final Calendar calendar;
    private final ActivityLinks activities;
    private final HeartRates heartRates;
    private final AdherenceStore records;
    private final SessionSimilarity similarity;

    SessionMatching(Calendar calendar, ActivityLinks activities, HeartRates heartRates, AdherenceStore records) {
        this.calendar = calendar;
        this.activities = activities;
        this.heartRates = heartRates;
        this.records = records;
        var exercises = Exercises.shipped().all().stream()
                .collect(Collectors.toUnmodifiableMap(Exercise::id, Exercise::substitutionGroup));
        this.similarity = new SessionSimilarity(id -> exercises.getOrDefault(id, id));
    }

    /** Everything of some days in a row, as it is compared. */
    private record Stretch(
            List<CalendarEvent> entries, List<Activity> planned, List<Activity> done, LocalDate from, LocalDate to) {
        Stretch within(LocalDate first, LocalDate last) {
            Predicate<LocalDate> in = day -> !day.isBefore(first) && !day.isAfter(last);
            return new Stretch(
                    entries.stream().filter(entry -> in.test(entry.date())).toList(),
                    planned.stream().filter(session -> in.test(session.day())).toList(),
                    done.stream().filter(activity -> in.test(activity.day())).toList(),
                    first,
                    last);
        }
    }

    /** Of sessions and activities around days from one to another, both included. */
    Pairing match(Handle tx, UUID userId, PersonDays days, HandLinks hand, LocalDate first, LocalDate last) {
        var from = first.minusDays(Matching.DAYS_A_SESSION_MAY_MOVE);
        var to = last.plusDays(Matching.DAYS_A_SESSION_MAY_MOVE);
        var actual = new ArrayList<dev.trellis.tracking.Activity>();
        var stretch = load(tx, userId, days, hand, from.minusDays(NEAR), to.plusDays(NEAR), actual);
        if (!isCutOff(stretch, hand, from, to)) {
            actual.clear();
            stretch = load(tx, userId, days, hand, from.minusDays(FAR), to.plusDays(FAR), actual);
        }
        var whole = stretch.within(gapBefore(stretch, hand, from), gapAfter(stretch, hand, to));
        var candidates = new ArrayList<>(whole.done());
        stretch.done().stream()
                .filter(activity -> hand.concerns(activity.id()) && !candidates.contains(activity))
                .forEach(candidates::add);
        var links = Matching.sessions(whole.planned(), candidates, hand.byPlanned(), similarity);
        var pairing = Pairing.of(
                PlannedKind.SESSION,
                whole.entries(),
                links,
                stretch.done().stream().map(Activity::day).collect(Collectors.toSet()),
                records.of(
                        tx,
                        userId,
                        whole.entries().stream().map(CalendarEvent::itemId).toList()));
        note(
                tx,
                userId,
                pairing,
                actual.stream()
                        .filter(activity ->
                                hand.isDecidedBetween(activity.id(), activity.day(), whole.from(), whole.to()))
                        .toList());
        return pairing;
    }

    private Stretch load(
            Handle tx,
            UUID userId,
            PersonDays days,
            HandLinks hand,
            LocalDate from,
            LocalDate to,
            List<dev.trellis.tracking.Activity> actual) {
        var entries = calendar.between(tx, userId, from, to, CalendarEvent.Kind.SESSION)
                .get();
        actual.addAll(activities.around(tx, userId, from, to, hand.actuals()));
        var zones = entries.isEmpty() ? null : heartRates.zones(tx, userId, actual);
        return new Stretch(
                entries,
                entries.stream()
                        .filter(Pairing::isWaitedFor)
                        .map(Compared::planned)
                        .toList(),
                actual.stream()
                        .map(activity -> Compared.done(activity, days, zones))
                        .toList(),
                from,
                to);
    }

    private boolean isCutOff(Stretch stretch, HandLinks hand, LocalDate from, LocalDate to) {
        return gapBefore(stretch, hand, from).isAfter(stretch.from())
                && gapAfter(stretch, hand, to).isBefore(stretch.to());
    }

    /** The first day, at or before this one, that nothing of the day before may belong to. */
    private LocalDate gapBefore(Stretch stretch, HandLinks hand, LocalDate day) {
        var first = day;
        while (first.isAfter(stretch.from()) && hangTogether(stretch, hand, first.minusDays(1), first)) {
            first = first.minusDays(1);
        }
        return first;
    }

    private LocalDate gapAfter(Stretch stretch, HandLinks hand, LocalDate day) {
        var last = day;
        while (last.isBefore(stretch.to()) && hangTogether(stretch, hand, last, last.plusDays(1))) {
            last = last.plusDays(1);
        }
        return last;
    }

    private boolean hangTogether(Stretch stretch, HandLinks hand, LocalDate one, LocalDate other) {
        return reaches(stretch, hand, one, other) || reaches(stretch, hand, other, one);
    }

    private boolean reaches(Stretch stretch, HandLinks hand, LocalDate planned, LocalDate done) {
        return stretch.planned().stream()
                .filter(session -> session.day().equals(planned) && !hand.concerns(session.id()))
                .anyMatch(session -> stretch.done().stream()
                        .filter(activity -> activity.day().equals(done) && !hand.concerns(activity.id()))
                        .anyMatch(activity -> Matching.mayBelong(session, activity, similarity)));
    }

    /** Only what is not noted yet. */
    private void note(Handle tx, UUID userId, Pairing pairing, List<dev.trellis.tracking.Activity> actual) {
        var links = pairing.byActual();
        var changed = new ArrayList<ActivityLink>();
        for (var activity : actual) {
            var link = links.get(activity.id());
            UUID session = link == null ? null : link.planned();
            BigDecimal score =
                    link == null ? null : Figures.share(link.similarity().score());
            if (!Objects.equals(session, activity.plannedSessionInstanceId())
                    || !Objects.equals(score, activity.similarityScore())) {
                changed.add(new ActivityLink(activity.id(), session, score));
            }
        }
        if (!changed.isEmpty()) {
            activities.write(tx, userId, changed);
        }
    }
}
