package dev.trellis.adaptation;

import dev.trellis.adaptation.DayOverride.Type;
import dev.trellis.adaptation.PlanProposal.PlanDocument;
import dev.trellis.adaptation.daily.DaySession;
import dev.trellis.adaptation.daily.DaySession.Work;
import dev.trellis.adaptation.reassessment.VolumeShares;
import dev.trellis.adaptation.reassessment.WeekVolume;
import dev.trellis.adaptation.reassessment.WeekVolume.Entry;
import dev.trellis.programs.Calendar;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.CalendarEvent.Kind;
import dev.trellis.programs.menu.DayMenu;
import dev.trellis.programs.menu.Foods;
import dev.trellis.programs.menu.Meal;
import dev.trellis.programs.menu.MenuPlan;
import dev.trellis.programs.menu.MenuPlanner;
import dev.trellis.programs.menu.MenuTargets;
import dev.trellis.programs.menu.Portion;
import dev.trellis.programs.menu.PortionSolver;
import dev.trellis.programs.training.Deload;
import dev.trellis.programs.training.Exercises;
import dev.trellis.programs.training.PlannedCardio;
import dev.trellis.programs.training.RunningLimits;
import dev.trellis.programs.training.SessionCapacity;
import dev.trellis.programs.training.TrainingLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the plan makes of the days ahead. A day that was made different by itself keeps what it was made: it was
 * decided for that one day.
 */
@ApplicationScoped
class PlanRewriting {
    private static final int MENU_DAYS = 7;

    private final Exercises exercises = Exercises.shipped();
    private final Foods foods = Foods.shipped();
    private final SessionForms forms = new SessionForms(exercises);
    private final Calendar calendar;
    private final OverrideStore overrides;
    private final PlanProposalStore proposals;
    private final EnergyInForce energy;

    PlanRewriting(Calendar calendar, OverrideStore overrides, PlanProposalStore proposals, EnergyInForce energy) {
        this.calendar = calendar;
        this.overrides = overrides;
        this.proposals = proposals;
        this.energy = energy;
    }

    /** Both sides of a change that can be made. */
    record Rewritten(PlanDocument before, PlanDocument after) {}

    /** From a day on; nothing when there is nothing to change. */
    Optional<Rewritten> of(Handle tx, UUID userId, RunningProgram program, PlanProposal proposal, LocalDate from) {
        var until = proposal.after().until() == null
                ? program.endDate().minusDays(1)
                : proposal.after().until();
        return of(tx, userId, program, proposal, from, until);
    }

    /** Of these days alone, both included. */
    Optional<Rewritten> of(
            Handle tx, UUID userId, RunningProgram program, PlanProposal proposal, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            return Optional.empty();
        }
        return switch (proposal.kind()) {
            case CALORIES, DIET_BREAK -> meals(tx, userId, program, proposal, from, until);
            case DELOAD -> rewritten(proposal, sessions(tx, userId, from, until), this::light, null);
            case VOLUME -> volume(tx, userId, program, proposal, from, until);
        };
    }

    private List<CalendarEvent> ahead(Handle tx, UUID userId, Kind kind, LocalDate from, LocalDate until) {
        var special =
                overrides.changedDays(tx, userId, from, until, kind == Kind.MEAL ? Type.NUTRITION : Type.TRAINING);
        return calendar.lockBetween(tx, userId, from, until).stream()
                .filter(event -> event.kind() == kind && event.status() == CalendarEvent.Status.PLANNED)
                .filter(event -> !special.contains(event.date()))
                .toList();
    }

    private List<CalendarEvent> sessions(Handle tx, UUID userId, LocalDate from, LocalDate until) {
        return ahead(tx, userId, Kind.SESSION, from, until).stream()
                .filter(event -> forms.knows(event.session()))
                .toList();
    }

    private interface Change {
        CalendarEvent of(CalendarEvent event);
    }

    private static Optional<Rewritten> rewritten(
            PlanProposal proposal, List<CalendarEvent> found, Change change, @Nullable List<LocalDate> notReached) {
        var before = new ArrayList<EntrySnapshot>();
        var after = new ArrayList<EntrySnapshot>();
        for (var event : found) {
            var changed = change.of(event);
            if (!changed.equals(event)) {
                before.add(EntrySnapshot.of(event));
                after.add(EntrySnapshot.of(changed));
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rewritten(
                        proposal.before().with(before, null), proposal.after().with(after, notReached)));
    }

    /** A session of a light week (domain 02.5); one that is light by plan stays. */
    private CalendarEvent light(CalendarEvent event) {
        var session = event.session();
        if (session.light()) {
            return event;
        }
        var planned = forms.read(session);
        var lighter = new DaySession(
                planned.exercises().stream()
                        .map(work -> new Work(
                                work.exercise(),
                                Deload.sets(work.sets()),
                                Deload.inReserve(work.inReserve()),
                                work.loadKg() == null
                                        ? null
                                        : (Double) Deload.load(
                                                work.loadKg(), work.exercise().incrementKg())))
                        .toList(),
                planned.cardioMinutes() / 2,
                0,
                planned.note());
        var written = forms.written(event, lighter).session();
        return event.with(new SessionDetail(
                written.kind(),
                written.weekNumber(),
                true,
                false,
                written.minutes(),
                written.exercises(),
                written.cardio(),
                written.note()));
    }

    private Optional<Rewritten> meals(
            Handle tx, UUID userId, RunningProgram program, PlanProposal proposal, LocalDate from, LocalDate until) {
        int kcal = Objects.requireNonNull(proposal.after().kcal());
        double kg = energy.weight(tx, userId, program);
        int floor = energy.floor(tx, userId, program, from);
        var macros = FoodTargets.macros(program, kg, Math.max(kcal, floor));
        if (macros.isEmpty()) {
            return Optional.empty();
        }
        var targets = FoodTargets.of(macros.get(), floor, program.request().meals());
        // A break outlasts another target: it ends by itself.
        var rest = proposal.kind() == PlanProposal.Kind.DIET_BREAK
                ? Set.<LocalDate>of()
                : proposals.breakDays(tx, userId, program.id(), from, until);
        var byDay = ahead(tx, userId, Kind.MEAL, from, until).stream()
                .filter(event -> !rest.contains(event.date()))
                .collect(Collectors.groupingBy(CalendarEvent::date, TreeMap::new, Collectors.toList()));
        var portions = new MealPortions(foods, new PortionSolver());
        var menus = new LazyMenus(program, targets);
        var found = new ArrayList<CalendarEvent>();
        var changed = new TreeMap<UUID, CalendarEvent>();
        var notReached = new ArrayList<LocalDate>();
        byDay.forEach((day, meals) -> {
            found.addAll(meals);
            var same = portions.portioned(meals, targets, Set.of()).filter(MealPortions.Portioned::isReached);
            var made = same.map(MealPortions.Portioned::meals).or(() -> menus.of(day, meals));
            made.ifPresentOrElse(
                    its -> its.forEach(event -> changed.put(event.id(), event)), () -> notReached.add(day));
        });
        return rewritten(proposal, found, event -> changed.getOrDefault(event.id(), event), notReached);
    }

    /** New menus, made only when the foods of some day cannot reach the new target. */
    private final class LazyMenus {
        private final RunningProgram program;
        private final MenuTargets targets;
        private @Nullable MenuPlan plan;

        LazyMenus(RunningProgram program, MenuTargets targets) {
            this.program = program;
            this.targets = targets;
        }

        Optional<List<CalendarEvent>> of(LocalDate day, List<CalendarEvent> meals) {
            if (plan == null) {
                var request = program.request();
                plan = MenuPlanner.plan(
                        foods, request.diner(), targets, MENU_DAYS, new PortionSolver(), request.seed());
            }
            var menu = plan.days().get(day.getDayOfWeek().getValue() - 1);
            var wanted = new HashSet<Meal>();
            menu.portions().forEach(portion -> wanted.add(portion.meal()));
            boolean fits = menu.quality() != DayMenu.Quality.NOT_REACHED
                    && wanted.equals(
                            meals.stream().map(event -> event.meal().meal()).collect(Collectors.toSet()));
            return fits
                    ? Optional.of(meals.stream()
                            .map(event -> event.with(MealPortions.detail(
                                    event.meal().meal(),
                                    menu.portions().stream()
                                            .filter((Portion portion) -> portion.meal()
                                                    == event.meal().meal())
                                            .toList())))
                            .toList())
                    : Optional.empty();
        }
    }

    private Optional<Rewritten> volume(
            Handle tx, UUID userId, RunningProgram program, PlanProposal proposal, LocalDate from, LocalDate until) {
        var volume = program.volume();
        if (volume == null) {
            return Optional.empty();
        }
        double ratio = (double) Objects.requireNonNull(proposal.after().weeklySets())
                / Objects.requireNonNull(proposal.before().weeklySets());
        var byWeek = sessions(tx, userId, from, until).stream()
                .filter(event -> !event.session().light())
                .collect(Collectors.groupingBy(
                        event -> event.session().weekNumber(), TreeMap::new, Collectors.toList()));
        var found = new ArrayList<CalendarEvent>();
        var changed = new TreeMap<UUID, CalendarEvent>();
        byWeek.values().forEach(week -> {
            found.addAll(week);
            week(program, volume, week, ratio).forEach(event -> changed.put(event.id(), event));
        });
        return rewritten(proposal, found, event -> changed.getOrDefault(event.id(), event), null);
    }

    /** Weekly sets of a week's sessions, as the calendar has them. */
    List<Entry> entries(RunningProgram program, List<CalendarEvent> week) {
        int room = SessionCapacity.sets(program.request().training().minutes());
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < week.size(); i++) {
            var session = week.get(i).session();
            int capacity = Math.max(session.sets(), room);
            for (var exercise : session.exercises()) {
                entries.add(new Entry(i, capacity, exercises.get(exercise.exerciseId()), exercise.sets()));
            }
        }
        return entries;
    }

    private List<CalendarEvent> week(
            RunningProgram program, RunningProgram.Volume volume, List<CalendarEvent> week, double ratio) {
        var entries = entries(program, week);
        var current = WeekVolume.byMuscle(entries);
        double step = volume.level() == TrainingLevel.ADVANCED ? 2 : 1;
        var wanted = VolumeShares.of(
                current,
                WeekVolume.budget(entries) * ratio,
                step,
                volume.range().least(),
                volume.range().most());
        var next = WeekVolume.towards(entries, wanted).iterator();
        int minutes = week.stream().mapToInt(PlanRewriting::cardioMinutes).sum();
        double share = minutes == 0 ? 1 : Math.min(ratio * minutes, RunningLimits.week(minutes)) / minutes;
        return week.stream()
                .map(event -> {
                    var planned = forms.read(event.session());
                    var works = planned.exercises().stream()
                            .map(work -> new Work(work.exercise(), next.next().sets(), work.inReserve(), work.loadKg()))
                            .toList();
                    var cardio = event.session().cardio();
                    var changed = forms.written(
                            event, new DaySession(works, planned.easyMinutes(), planned.hardMinutes(), planned.note()));
                    return cardio == null ? changed : event.with(longer(event.session(), cardio, share));
                })
                .toList();
    }

    private static SessionDetail longer(SessionDetail session, PlannedCardio cardio, double share) {
        var changed = new PlannedCardio(
                cardio.exerciseId(),
                (int) Math.round(cardio.easyMinutes() * share),
                (int) (cardio.hardMinutes() * share),
                cardio.runWalk());
        return new SessionDetail(
                session.kind(),
                session.weekNumber(),
                session.light(),
                session.hard(),
                session.minutes() + changed.minutes() - cardio.minutes(),
                session.exercises(),
                changed,
                session.note());
    }

    private static int cardioMinutes(CalendarEvent event) {
        var cardio = event.session().cardio();
        return cardio == null ? 0 : cardio.minutes();
    }
}
