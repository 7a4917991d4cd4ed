package dev.trellis.demo;

import dev.trellis.adaptation.AdjustmentResult;
import dev.trellis.adaptation.Adjustments;
import dev.trellis.adaptation.ClosedItems;
import dev.trellis.adaptation.DayOverride;
import dev.trellis.adaptation.HandChange;
import dev.trellis.adaptation.PlanChangeCommand;
import dev.trellis.adaptation.PlanChangeResult;
import dev.trellis.adaptation.PlanChanges;
import dev.trellis.adaptation.PlanProposalResult;
import dev.trellis.adaptation.PlanProposals;
import dev.trellis.adaptation.ProgramReview;
import dev.trellis.adaptation.ReassessmentResult;
import dev.trellis.adaptation.Reassessments;
import dev.trellis.assessment.ConsultationResult;
import dev.trellis.assessment.Consultations;
import dev.trellis.assessment.Onboardings;
import dev.trellis.events.Deliveries;
import dev.trellis.messaging.Notifications;
import dev.trellis.nutrition.FoodEntries;
import dev.trellis.nutrition.FoodEntryResult;
import dev.trellis.nutrition.NewFoodEntry;
import dev.trellis.platform.Actor;
import dev.trellis.platform.TrellisClock;
import dev.trellis.programs.CalendarEvent;
import dev.trellis.programs.CalendarEvent.Kind;
import dev.trellis.programs.CalendarEvent.Status;
import dev.trellis.programs.CalendarReads;
import dev.trellis.programs.GenerationCommand;
import dev.trellis.programs.GenerationResult;
import dev.trellis.programs.ProgramBundle;
import dev.trellis.programs.Programs;
import dev.trellis.tracking.Activities;
import dev.trellis.tracking.ActivityResult;
import dev.trellis.tracking.MeasurementResult;
import dev.trellis.tracking.Measurements;
import dev.trellis.tracking.NewActivity;
import dev.trellis.tracking.NewMeasurement;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Six weeks of a program, from the consultation to yesterday: mornings with a scale and a look at the day, evenings with
 * what was done and eaten, a night a week that closes what was not, and a review every two weeks. The same seeds tell the
 * same weeks.
 */
@ApplicationScoped
class DemoProgram {
    /** Days before today on which the program began; the third review was two days ago. */
    static final int DAYS = 44;

    private static final long SEED = 11;
    private static final int DAYS_OF_WEEK = 7;
    private static final int DAY_OF_WALKS = 1;
    private static final int DAY_OF_TREATS = 3;
    private static final int FORTNIGHT = 14;
    private static final int MOVES_TOMORROW = 10;
    private static final int AGREES_TO_REVIEW = 28;
    private static final int PEOPLE = 500;
    private static final double KCAL_PER_KG = 7700;

    /** What a body spends besides what the program reckoned with; so that the reviews have something to find. */
    private static final double LESS_SPENT = 170;

    private static final LocalTime MORNING = LocalTime.of(6, 30);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    private final Onboardings onboardings;
    private final Consultations consultations;
    private final Programs programs;
    private final CalendarReads calendar;
    private final Activities activities;
    private final FoodEntries foods;
    private final Measurements measurements;
    private final Adjustments adjustments;
    private final PlanChanges changes;
    private final PlanProposals proposals;
    private final Reassessments reviews;
    private final ClosedItems closed;
    private final Deliveries deliveries;
    private final Notifications notifications;

    DemoProgram(
            Onboardings onboardings,
            Consultations consultations,
            Programs programs,
            CalendarReads calendar,
            Activities activities,
            FoodEntries foods,
            Measurements measurements,
            Adjustments adjustments,
            PlanChanges changes,
            PlanProposals proposals,
            Reassessments reviews,
            ClosedItems closed,
            Deliveries deliveries,
            Notifications notifications) {
        this.onboardings = onboardings;
        this.consultations = consultations;
        this.programs = programs;
        this.calendar = calendar;
        this.activities = activities;
        this.foods = foods;
        this.measurements = measurements;
        this.adjustments = adjustments;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.closed = closed;
        this.deliveries = deliveries;
        this.notifications = notifications;
    }

    /** Lives them all, up to the evening before this day. */
    void live(Actor jana, LocalDate today) {
        var firstDay = today.minusDays(DAYS);
        var made = at(firstDay.minusDays(1), EVENING, () -> begin(jana, firstDay));
        var chance = new SplittableRandom(SEED);
        double spends = spends(made);
        double kg = DemoTrainee.FIRST_KG;
        for (var index = 0; index < DAYS; index++) {
            var date = firstDay.plusDays(index);
            int day = index;
            double weighs = kg;
            at(date, MORNING, () -> {
                morning(jana, day, weighs, chance);
                return null;
            });
            double eaten = at(date, EVENING, () -> evening(jana, date, day, chance));
            kg += (eaten - spends) / KCAL_PER_KG;
        }
        at(today, LocalTime.MIDNIGHT, () -> {
            night();
            return null;
        });
    }

    private static <T extends @Nullable Object> T at(LocalDate date, LocalTime time, Supplier<T> what) {
        return TrellisClock.at(
                date.atTime(time).atZone(ZoneId.of(DemoTrainee.ZONE)).toInstant(), what);
    }

    /** The consultation tells more than onboarding would ask for. */
    private ProgramBundle begin(Actor jana, LocalDate firstDay) {
        onboardings.skip(jana);
        var id = consultations.begin(jana).consultation().id();
        DemoTrainee.answers(firstDay).forEach((section, answers) -> {
            var answered = consultations.answer(jana, id, section, answers);
            if (!(answered instanceof ConsultationResult.Changed)) {
                throw wrong("tell " + section, answered);
            }
        });
        var made = programs.complete(jana, id, new GenerationCommand(firstDay, null, SEED, false));
        if (made instanceof GenerationResult.Generated(var ignored, var bundle)) {
            return bundle;
        }
        throw wrong("make a program", made);
    }

    private static double spends(ProgramBundle made) {
        return Objects.requireNonNull(made.nutrition().targets()).expenditure().kcal() - LESS_SPENT;
    }

    private void morning(Actor jana, int day, double kg, RandomGenerator chance) {
        if (day % DAYS_OF_WEEK == 0) {
            night();
        }
        var told = DemoTrainee.morning(day, chance);
        if (DemoTrainee.weighs(day)) {
            weigh(jana, kg + 0.3 * chance.nextGaussian());
        }
        if (day > 0 && day % FORTNIGHT == 0) {
            notifications.markAllRead(jana);
            review(jana, day);
        }
        if (told != null && adjustments.analyse(jana, null, told) instanceof AdjustmentResult.Analysed(var analysed)) {
            analysed.adjustments().forEach(proposal -> answer(jana, proposal, DemoTrainee.answer(day)));
        }
    }

    /** What the jobs of the nights before would have done; once a week tells the same and takes less. */
    private void night() {
        deliveries.workOff(() -> true);
        closed.closeNext(null, PEOPLE);
    }

    private void weigh(Actor jana, double kg) {
        var shown = BigDecimal.valueOf(kg).setScale(1, RoundingMode.HALF_UP);
        var weighed = measurements.take(
                jana, new NewMeasurement(null, shown, null, null, null, null, null, null, null, null));
        if (!(weighed instanceof MeasurementResult.Kept)) {
            throw wrong("weigh " + shown, weighed);
        }
    }

    /** Agrees to what one review suggests; the suggestions of the others were passed over, or wait still. */
    private void review(Actor jana, int day) {
        if (reviews.reassess(jana, false) instanceof ReassessmentResult.Reviewed(var review)
                && day == AGREES_TO_REVIEW) {
            Stream.of(review.calories(), review.volume())
                    .filter(Objects::nonNull)
                    .map(ProgramReview.Loop::planChangeId)
                    .filter(Objects::nonNull)
                    .forEach(id -> {
                        var approved = proposals.approve(jana, id);
                        if (!(approved instanceof PlanProposalResult.Decided)) {
                            throw wrong("agree to a review", approved);
                        }
                    });
        }
    }

    private void answer(Actor jana, DayOverride proposal, DemoTrainee.Answer answer) {
        if (proposal.status() != DayOverride.Status.PENDING) {
            return;
        }
        var answered = switch (answer) {
            case AGREED -> adjustments.approve(jana, proposal.id());
            case DECLINED -> adjustments.reject(jana, proposal.id());
            case TAKEN_BACK -> {
                adjustments.approve(jana, proposal.id());
                yield adjustments.undo(jana, proposal.id(), null);
            }
        };
        if (!(answered instanceof AdjustmentResult.Decided)) {
            throw wrong("answer a proposal", answered);
        }
    }

    /** Trains and eats, writes most of it down, and returns what was eaten, in kcal. */
    private double evening(Actor jana, LocalDate date, int day, RandomGenerator chance) {
        boolean silent = DemoTrainee.isSilent(day);
        double eaten = 0;
        for (var entry : calendar.lines(jana, date, date)) {
            if (entry.status() == Status.OFF) {
                continue;
            }
            if (entry.kind() == Kind.MEAL) {
                double share = 0.94 + 0.12 * chance.nextDouble();
                eaten += share * entry.meal().kcal();
                if (!silent) {
                    eat(jana, DemoDay.eaten(entry, share));
                }
            } else if (DemoTrainee.trains(day)) {
                train(jana, DemoDay.trained(entry, DemoTrainee.shareOfSets(day), chance));
            }
        }
        if (day % DAYS_OF_WEEK == DAY_OF_TREATS) {
            eat(jana, DemoDay.treat());
        }
        if (day % DAYS_OF_WEEK == DAY_OF_WALKS) {
            train(jana, DemoDay.walked());
        }
        if (day == MOVES_TOMORROW) {
            moveTomorrow(jana, date);
        }
        return eaten;
    }

    private void eat(Actor jana, NewFoodEntry meal) {
        var kept = foods.log(jana, meal);
        if (!(kept instanceof FoodEntryResult.Kept)) {
            throw wrong("log a meal", kept);
        }
    }

    private void train(Actor jana, NewActivity session) {
        var kept = activities.log(jana, session);
        if (!(kept instanceof ActivityResult.Kept)) {
            throw wrong("log an activity", kept);
        }
    }

    /** Moves the session of the next day to the day after. */
    private void moveTomorrow(Actor jana, LocalDate date) {
        var tomorrow = date.plusDays(1);
        calendar.lines(jana, tomorrow, tomorrow).stream()
                .filter(entry -> entry.kind() == Kind.SESSION)
                .map(CalendarEvent::itemId)
                .map(item -> new PlanChangeCommand(
                        HandChange.MOVE,
                        item,
                        tomorrow.plusDays(1),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "We are invited to dinner"))
                .map(command -> changes.change(jana, command))
                .filter(changed -> !(changed instanceof PlanChangeResult.Applied))
                .findAny()
                .ifPresent(refused -> {
                    throw wrong("move a session", refused);
                });
    }

    private static IllegalStateException wrong(String what, Object result) {
        return new IllegalStateException("the demo cannot " + what + ": " + result);
    }
}
