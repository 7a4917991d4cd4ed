package dev.trellis.interventions;

import dev.trellis.assessment.Intakes;
import dev.trellis.events.Events;
import dev.trellis.identity.People;
import dev.trellis.identity.Profiles;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.interventions.recommendation.PersonFacts;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyHolds;
import dev.trellis.safety.SafetyNotice;
import dev.trellis.tracking.Habits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Starts periods. Safety comes before choice: an open hold, a contraindication or a question nobody has asked yet stops
 * a start, whatever was recommended (domain files 08.3, 13.5).
 */
@ApplicationScoped
public class PeriodStarts {
    /** How many periods may go on at once. */
    public static final int MOST_OPEN = 3;

    private static final int HABITS_BY_DEFAULT = 3;

    private final Database database;
    private final PeriodStore periods;
    private final Catalogue catalogue;
    private final Intakes intakes;
    private final Habits habits;
    private final People people;
    private final Profiles profiles;
    private final PersonsFacts persons;
    private final SafetyHolds holds;
    private final SafetyEvents safety;
    private final Events events;
    private final InstantSource clock;

    PeriodStarts(
            Database database,
            PeriodStore periods,
            Catalogue catalogue,
            Intakes intakes,
            Habits habits,
            People people,
            Profiles profiles,
            PersonsFacts persons,
            SafetyHolds holds,
            SafetyEvents safety,
            Events events,
            InstantSource clock) {
        this.database = database;
        this.periods = periods;
        this.catalogue = catalogue;
        this.intakes = intakes;
        this.habits = habits;
        this.people = people;
        this.profiles = profiles;
        this.persons = persons;
        this.holds = holds;
        this.safety = safety;
        this.events = events;
        this.clock = clock;
    }

    /** Starts a period today, in the person's own time zone, with its habits. */
    public PeriodStart.Result start(Actor actor, PeriodStart.Command command) {
        return database.as(actor, tx -> {
            if (holds.current(tx, actor.userId()).isPresent()) {
                return new PeriodStart.OnHold();
            }
            if (command.intakeId() != null
                    && intakes.find(tx, actor.userId(), command.intakeId()).isEmpty()) {
                return new PeriodStart.UnknownIntake();
            }
            var item = item(tx, command);
            if (item.isPresent()) {
                return startItem(tx, actor, command, item.get());
            }
            return command.interventionId() != null || command.interventionName() == null
                    ? new PeriodStart.UnknownIntervention()
                    : startOwn(tx, actor, command, command.interventionName());
        });
    }

    private Optional<CatalogueItem> item(Handle tx, PeriodStart.Command command) {
        if (command.interventionId() != null) {
            return catalogue.find(tx, command.interventionId());
        }
        return Optional.ofNullable(command.interventionName()).flatMap(name -> catalogue.findByName(tx, name));
    }

    private PeriodStart.Result startItem(Handle tx, Actor actor, PeriodStart.Command command, CatalogueItem item) {
        var known = item.habits().stream().map(HabitTemplate::name).toList();
        var selected = Objects.requireNonNullElse(
                command.selectedHabits(),
                known.stream().limit(HABITS_BY_DEFAULT).toList());
        var unknownHabit =
                selected.stream().filter(habit -> !known.contains(habit)).findFirst();
        if (unknownHabit.isPresent()) {
            return new PeriodStart.UnknownHabit(unknownHabit.get(), known);
        }
        var unknownTag = command.answers().keySet().stream()
                .filter(tag -> !item.contraindicationTags().contains(tag))
                .findFirst();
        if (unknownTag.isPresent()) {
            return new PeriodStart.UnknownQuestion(unknownTag.get());
        }
        if (!command.answers().isEmpty()) {
            profiles.replace(actor, profile -> profile.withAnswers(command.answers()));
        }
        var tags = item.contraindicationTags().stream()
                .map(ContraindicationTag::of)
                .toList();
        var flags = persons.of(tx, actor.userId());
        var refusal = refusal(tags, item.contraindications(), flags);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var plan = new Plan(
                item.id(),
                item.name(),
                item.category(),
                item.habits().stream()
                        .filter(habit -> selected.contains(habit.name()))
                        .toList(),
                Objects.requireNonNullElse(command.plannedDurationDays(), item.durationDays()),
                StartRules.cautions(tags, item.contraindications(), flags));
        return open(tx, actor, command, plan);
    }

    /** Something of one's own: nobody has reviewed it, so it brings its habits and its duration itself. */
    private PeriodStart.Result startOwn(Handle tx, Actor actor, PeriodStart.Command command, String name) {
        var selected = command.selectedHabits();
        var duration = command.plannedDurationDays();
        if (selected == null || selected.isEmpty() || duration == null) {
            return new PeriodStart.NeedsHabitsAndDuration();
        }
        var habitsOfOwn =
                selected.stream().map(habit -> new HabitTemplate(habit, null)).toList();
        return open(tx, actor, command, new Plan(null, name, null, habitsOfOwn, duration, List.of()));
    }

    /** What is about to start, wherever it came from. */
    private record Plan(
            @Nullable Integer interventionId,
            String name,
            @Nullable String category,
            List<HabitTemplate> habits,
            int days,
            List<String> cautions) {}

    private PeriodStart.Result open(Handle tx, Actor actor, PeriodStart.Command command, Plan plan) {
        periods.lockStarts(tx, actor.userId());
        var crowded = StartRules.crowded(periods.open(tx, actor.userId()), plan.name());
        if (crowded.isPresent()) {
            return crowded.get();
        }
        var today = people.days(tx, actor.userId()).dayOf(clock.instant());
        var period = periods.insert(
                tx,
                actor.userId(),
                new PeriodStore.NewPeriod(
                        command.intakeId(),
                        plan.interventionId(),
                        plan.name(),
                        plan.category(),
                        plan.habits().stream().map(HabitTemplate::name).toList(),
                        today,
                        plan.days(),
                        command.cyclePhase(),
                        command.outcome()));
        var adopted = habits.adopt(tx, actor.userId(), period.id(), newHabits(plan.habits(), today));
        events.publish(
                tx,
                new InterventionStarted(
                        actor.userId(), period.id(), plan.interventionId(), plan.name(), today, period.endDate()));
        return new PeriodStart.Started(period, adopted, plan.cautions(), screened(tx, actor, plan));
    }

    /** Only what the person wrote themselves can tell something of them. */
    private @Nullable SafetyNotice screened(Handle tx, Actor actor, Plan plan) {
        if (plan.interventionId() != null) {
            return null;
        }
        var words = Stream.concat(Stream.of(plan.name()), plan.habits().stream().map(HabitTemplate::name));
        return safety.screened(tx, actor, "own_intervention", words.toArray(String[]::new));
    }

    private static List<Habits.NewHabit> newHabits(List<HabitTemplate> templates, LocalDate start) {
        return templates.stream()
                .map(template ->
                        new Habits.NewHabit(template.name(), HabitSchedule.weekdays(template.timesPerWeek(), start)))
                .toList();
    }

    private static Optional<PeriodStart.Result> refusal(
            List<ContraindicationTag> tags, String contraindications, PersonFacts person) {
        return StartRules.contraindicated(tags, contraindications, person).or(() -> {
            var questions = StartRules.mustAsk(tags, person);
            return questions.isEmpty() ? Optional.empty() : Optional.of(new PeriodStart.NeedsAnswers(questions));
        });
    }
}
