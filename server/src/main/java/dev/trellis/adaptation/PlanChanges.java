package dev.trellis.adaptation;

import dev.trellis.adaptation.PlanChangeResult.Applied;
import dev.trellis.adaptation.PlanChangeResult.Invalid;
import dev.trellis.adaptation.PlanChangeResult.NotNow;
import dev.trellis.adaptation.PlanChangeResult.Previewed;
import dev.trellis.adaptation.PlanChangeResult.Refused;
import dev.trellis.adaptation.PlanChangeResult.TakenBack;
import dev.trellis.adaptation.PlanChangeResult.Unknown;
import dev.trellis.adaptation.PlanChangeStore.Entries;
import dev.trellis.adaptation.change.Edit;
import dev.trellis.adaptation.change.Edit.Changed;
import dev.trellis.adaptation.change.Plan;
import dev.trellis.events.Events;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.StoredProgram;
import dev.trellis.safety.SafetyEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Changes of the plan by hand: held to the limits that made it, shown as what is different, kept with what was before, and
 * taken back as long as nothing lies on top. The program itself is never touched.
 */
@ApplicationScoped
public class PlanChanges {
    private final Database database;
    private final PlanChangeStore store;
    private final PlanProposals proposals;
    private final PlanReader reader;
    private final Calendar calendar;
    private final SafetyEvents safety;
    private final Events events;
    private final InstantSource clock;

    PlanChanges(
            Database database,
            PlanChangeStore store,
            PlanProposals proposals,
            PlanReader reader,
            Calendar calendar,
            SafetyEvents safety,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.proposals = proposals;
        this.reader = reader;
        this.calendar = calendar;
        this.safety = safety;
        this.events = events;
        this.clock = clock;
    }

    /** What a change would do. */
    public PlanChangeResult preview(Actor actor, PlanChangeCommand command) {
        return database.as(actor, tx -> change(tx, actor, command, true));
    }

    /** Makes a change. */
    public PlanChangeResult change(Actor actor, PlanChangeCommand command) {
        return database.as(actor, tx -> change(tx, actor, command, false));
    }

    private PlanChangeResult change(Handle tx, Actor actor, PlanChangeCommand command, boolean dryRun) {
        var user = actor.userId();
        var active = reader.program(tx, user);
        var named = named(tx, user, command);
        if (named.isEmpty()) {
            return new Unknown("planned session or meal");
        }
        if (active.isEmpty()) {
            return new NotNow("You have no active program, so there is no plan to change.");
        }
        var program = active.get();
        if (named.get().stream().anyMatch(entry -> !entry.programId().equals(program.id()))) {
            return new NotNow("It belongs to a program that is over.");
        }
        var days = days(tx, user, command, named.get());
        var plan = reader.plan(tx, user, program, days.getFirst(), days.getLast());
        return switch (PlanCommands.edit(plan, command)) {
            case Edit.Refused refused -> new Refused(refused.words());
            case Edit.Invalid(var pointer, var detail) -> new Invalid(pointer, detail);
            case Edit.TooLate(var why) -> new NotNow(why);
            case Edit.Nothing(var why) -> new NotNow(why);
            case Changed changed ->
                dryRun
                        ? new Previewed(effectiveFrom(plan, changed), changed)
                        : apply(tx, actor, program, plan, command, changed);
        };
    }

    /** The entries a command names; nothing when one of them is not the person's. */
    private Optional<List<CalendarEvent>> named(Handle tx, UUID user, PlanChangeCommand command) {
        var ids = new ArrayList<UUID>();
        Optional.ofNullable(command.itemId()).ifPresent(ids::add);
        Optional.ofNullable(command.withItemId()).ifPresent(ids::add);
        var found = calendar.ofItems(tx, user, ids);
        return found.size() == ids.stream().distinct().count() ? Optional.of(found) : Optional.empty();
    }

    /** In their order: those it is about now, and those it would be about. */
    private List<LocalDate> days(Handle tx, UUID user, PlanChangeCommand command, List<CalendarEvent> named) {
        var days = new ArrayList<LocalDate>();
        named.forEach(entry -> days.add(entry.date()));
        var today = reader.today(tx, user);
        // Far away it is refused anyway, and need not be read.
        Optional.ofNullable(command.toDate())
                .filter(day -> day.isBefore(today.plusYears(2)) && day.isAfter(today.minusYears(2)))
                .ifPresent(days::add);
        if (days.isEmpty()) {
            days.add(PlanCommands.replannedFrom(command, today));
        }
        return days.stream().sorted().toList();
    }

    private Applied apply(
            Handle tx, Actor actor, StoredProgram program, Plan plan, PlanChangeCommand command, Changed changed) {
        var user = actor.userId();
        var id = store.add(
                tx,
                user,
                program.id(),
                command,
                effectiveFrom(plan, changed),
                changed.sentence(),
                new Entries(EntrySnapshot.of(before(plan, changed)), null),
                new Entries(EntrySnapshot.of(changed.after()), changed.differences()),
                clock.instant());
        calendar.change(tx, user, id, changed.after());
        events.publish(tx, new PlanChanged(user, id, wire(command.kind()), changed.sentence()));
        var notice = safety.screened(tx, actor, "plan_change", command.reason());
        return new Applied(store.find(tx, user, id).orElseThrow(), notice);
    }

    private static List<CalendarEvent> before(Plan plan, Changed changed) {
        var ids = changed.after().stream().map(CalendarEvent::id).toList();
        return plan.entries().stream().filter(entry -> ids.contains(entry.id())).toList();
    }

    private static LocalDate effectiveFrom(Plan plan, Changed changed) {
        var first = before(plan, changed).stream().map(CalendarEvent::date).min(LocalDate::compareTo);
        var last = changed.after().stream().map(CalendarEvent::date).min(LocalDate::compareTo);
        return first.orElseThrow().isBefore(last.orElseThrow()) ? first.get() : last.get();
    }

    private static String wire(HandChange kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** One's own change. */
    public Optional<PlanChange> find(Actor actor, UUID id) {
        return database.as(actor, tx -> store.find(tx, actor.userId(), id));
    }

    /** Every change of one's own plan, whoever or whatever made it, newest first. */
    public Page<PlanChange> list(Actor actor, PageRequest page) {
        return database.as(
                actor, tx -> Page.of(store.page(tx, actor.userId(), page), page, change -> new Cursor(change.id())));
    }

    /** Takes a change by hand back, as long as nothing was changed on top of it and nothing of it is past or done. */
    public PlanChangeResult undo(Actor actor, UUID id) {
        return database.as(actor, tx -> {
            var user = actor.userId();
            store.lock(tx, user, id);
            var change = store.find(tx, user, id).orElse(null);
            if (change == null) {
                return new Unknown("plan change");
            }
            if (!change.source().equals("person")) {
                return switch (proposals.undo(tx, user, id)) {
                    case PlanProposalResult.Decided ignored ->
                        new TakenBack(store.find(tx, user, id).orElseThrow());
                    case PlanProposalResult.Unknown() -> new NotNow("Nothing was changed here that could be undone.");
                    case PlanProposalResult.WrongState(var sentence) -> new NotNow(sentence);
                };
            }
            return change.status().equals("applied")
                    ? undo(tx, actor, change)
                    : new NotNow("This change is " + change.status() + " already.");
        });
    }

    private PlanChangeResult undo(Handle tx, Actor actor, PlanChange change) {
        var user = actor.userId();
        var program = reader.program(tx, user).filter(active -> active.id().equals(change.programId()));
        if (program.isEmpty()) {
            return new NotNow("It belongs to a program that is over.");
        }
        var before = EntrySnapshot.events(store.entriesBefore(change));
        var now = calendar.ofItems(
                tx, user, before.stream().map(CalendarEvent::itemId).toList());
        var days = Stream.concat(before.stream(), now.stream())
                .map(CalendarEvent::date)
                .sorted()
                .toList();
        var plan = reader.plan(tx, user, program.get(), days.getFirst(), days.getLast());
        return switch (PlanCommands.takeBack(plan, before)) {
            case Edit.Refused refused -> new Refused(refused.words());
            case Edit.TooLate(var why) -> new NotNow(why);
            case Edit.Nothing(var why) -> new NotNow(why);
            case Edit.Invalid(var pointer, var detail) -> new Invalid(pointer, detail);
            case Changed restored -> takeBack(tx, user, change, restored);
        };
    }

    private PlanChangeResult takeBack(Handle tx, UUID user, PlanChange change, Changed restored) {
        if (!calendar.takeBack(tx, user, change.id(), restored.after())) {
            var ids = restored.after().stream().map(CalendarEvent::itemId).toList();
            var onTop = calendar.ofItems(tx, user, ids).stream()
                    .map(entry ->
                            entry.changes().isEmpty() ? null : entry.changes().getLast())
                    .filter(Objects::nonNull)
                    .filter(id -> !id.equals(change.id()))
                    .toList();
            var sentences = store.sentences(tx, user, onTop);
            return new NotNow(
                    sentences.isEmpty()
                            ? "The day was adjusted since. Undo that first."
                            : "Something was changed on top of it. Undo that first: " + sentences.getFirst());
        }
        store.undone(tx, user, change.id(), clock.instant());
        events.publish(tx, new PlanChangeUndone(user, change.id(), change.kind(), change.sentence()));
        return new TakenBack(store.find(tx, user, change.id()).orElseThrow());
    }
}
