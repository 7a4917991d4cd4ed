package dev.trellis.demo;

import dev.trellis.events.Deliveries;
import dev.trellis.identity.Client;
import dev.trellis.identity.FirstOperator;
import dev.trellis.identity.Invites;
import dev.trellis.identity.NewAccount;
import dev.trellis.identity.NewInvite;
import dev.trellis.identity.RegistrationOutcome;
import dev.trellis.identity.Registrations;
import dev.trellis.interventions.ExpiredPeriods;
import dev.trellis.interventions.NewSubmission;
import dev.trellis.interventions.ReviewDecision;
import dev.trellis.interventions.Reviews;
import dev.trellis.interventions.Submissions;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Role;
import dev.trellis.platform.TrellisClock;
import dev.trellis.platform.web.TokenVerifier;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Fills an empty server, once, when it is started as a demo. */
@ApplicationScoped
class DemoData {
    private static final Logger LOG = Logger.getLogger(DemoData.class);
    static final String PASSWORD = "trellis demo password";
    static final String OPERATOR = "olga@demo.example";
    static final String REVIEWER = "rea@demo.example";
    static final String TRAINER = "tara@demo.example";
    static final String LEAD = "leo@demo.example";
    static final String STUDENT = "sam@demo.example";

    private final boolean wanted;
    private final String address;
    private final FirstOperator firstOperator;
    private final Registrations registrations;
    private final Invites invites;
    private final TokenVerifier tokens;
    private final DemoWeeks weeks;
    private final DemoCourse course;
    private final DemoProgram program;
    private final ExpiredPeriods expired;
    private final Submissions submissions;
    private final Reviews reviews;
    private final Deliveries deliveries;
    private final InstantSource clock;

    DemoData(
            @ConfigProperty(name = "trellis.demo", defaultValue = "false") boolean wanted,
            @ConfigProperty(name = "quarkus.http.port") int port,
            FirstOperator firstOperator,
            Registrations registrations,
            Invites invites,
            TokenVerifier tokens,
            DemoWeeks weeks,
            DemoCourse course,
            DemoProgram program,
            ExpiredPeriods expired,
            Submissions submissions,
            Reviews reviews,
            Deliveries deliveries,
            InstantSource clock) {
        this.wanted = wanted;
        this.address = "http://localhost:" + port;
        this.firstOperator = firstOperator;
        this.registrations = registrations;
        this.invites = invites;
        this.tokens = tokens;
        this.weeks = weeks;
        this.course = course;
        this.program = program;
        this.expired = expired;
        this.submissions = submissions;
        this.reviews = reviews;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Before the first operator is looked for: in a demo there is one. */
    void atStart(@Observes @Priority(1) StartupEvent start) {
        if (!wanted) {
            return;
        }
        firstOperator.code().ifPresent(this::fill);
        LOG.infof(
                "Demo: open %s and log in; the API's description is at %s/docs. Everyone's password is \"%s\".",
                address, address, PASSWORD);
        LOG.infof("  operator %s, reviewer %s", OPERATOR, REVIEWER);
        LOG.infof("  of a course: trainer %s, lead %s, student %s; participants:", TRAINER, LEAD, STUDENT);
        DemoPerson.ALL.forEach(person -> LOG.infof("  %s (%s)", person.email(), person.timeZone()));
        LOG.infof("  %s (%s), six weeks into a program", DemoTrainee.EMAIL, DemoTrainee.ZONE);
    }

    /** Lives the weeks of everybody, ending today. */
    void fill(String operatorCode) {
        LOG.infof("Demo: living %d days of %d people ...", DemoWeeks.DAYS, DemoPerson.ALL.size());
        var today = clock.instant();
        var beginning = today.minus(Duration.ofDays(DemoWeeks.DAYS + 1));
        TrellisClock.<@Nullable Void>at(beginning, () -> {
            var operator = new Actor(register("Olga", OPERATOR, "Europe/Berlin", "DE", operatorCode), Role.ADMIN);
            var reviewer = new Actor(
                    register("Rea", REVIEWER, "Europe/Berlin", "DE", invite(operator, Role.REVIEWER)), Role.REVIEWER);
            var residents = DemoPerson.ALL.stream()
                    .map(person -> settle(person, operator))
                    .toList();
            live(residents, today);
            contribute(residents.getLast().actor(), reviewer);
            teach(operator, today);
            train(operator, today);
            return null;
        });
        deliveries.workOff(() -> true);
    }

    /** A course of eight weeks so far, with whoever logs in to it; the others come by its roster. */
    private void teach(Actor operator, Instant today) {
        TrellisClock.<@Nullable Void>at(today.minus(Duration.ofDays(DemoCourse.DAYS + 1)), () -> {
            var trainer = register("Tara Brandt", TRAINER, DemoCourse.ZONE, "DE", invite(operator, Role.TRAINER));
            var lead = register("Leo Ferreira", LEAD, DemoCourse.ZONE, "DE", invite(operator, Role.TRAINER));
            var student = register("Sam Okafor", STUDENT, DemoCourse.ZONE, "DE", invite(operator, Role.PARTICIPANT));
            course.teach(
                    new DemoCourse.Cast(
                            operator,
                            new Actor(trainer, Role.TRAINER),
                            new Actor(lead, Role.TRAINER),
                            Actor.person(student)),
                    today);
            return null;
        });
    }

    /** Somebody with a program. */
    private void train(Actor operator, Instant today) {
        LOG.infof("Demo: living %d days of a program ...", DemoProgram.DAYS);
        var zone = ZoneId.of(DemoTrainee.ZONE);
        TrellisClock.<@Nullable Void>at(today.minus(Duration.ofDays(DemoProgram.DAYS + 2)), () -> {
            var jana = register(
                    DemoTrainee.NAME, DemoTrainee.EMAIL, zone.getId(), "DE", invite(operator, Role.PARTICIPANT));
            program.live(Actor.person(jana), LocalDate.ofInstant(today, zone));
            return null;
        });
    }

    private DemoWeeks.Resident settle(DemoPerson person, Actor operator) {
        var id = register(
                person.name(), person.email(), person.timeZone(), person.country(), invite(operator, Role.PARTICIPANT));
        return new DemoWeeks.Resident(
                person, Actor.person(id), new SplittableRandom(person.name().hashCode()));
    }

    /** Day after day, everybody's evening, then the night that completes what has expired. */
    private void live(List<DemoWeeks.Resident> residents, Instant today) {
        for (var index = 0; index < DemoWeeks.DAYS; index++) {
            var back = DemoWeeks.DAYS - index;
            for (var resident : residents) {
                var zone = ZoneId.of(resident.person().timeZone());
                weeks.live(resident, LocalDate.ofInstant(today, zone).minusDays(back), index);
            }
            TrellisClock.at(today.minus(Duration.ofDays(back - 1)), () -> expired.completeBatch(100));
            LOG.debugf("demo day %d of %d", index + 1, DemoWeeks.DAYS);
        }
    }

    private void contribute(Actor author, Actor reviewer) {
        var stretch = new NewSubmission(
                "Kettle stretch",
                "Stretch calves and shoulders while the kettle boils, twice a day.",
                "Stiff after long sitting; drinks tea or coffee at home",
                null,
                "movement",
                List.of(new NewSubmission.NewHabit("Stretch while the kettle boils", null)),
                14,
                null,
                null);
        var submitted = submissions.submit(author, stretch).submission();
        reviews.decide(
                reviewer,
                submitted.interventionId(),
                new ReviewDecision(
                        ReviewDecision.Decision.APPROVE, "Harmless and concrete.", null, null, submitted.revision()));
        submissions.submit(
                author,
                new NewSubmission(
                        "Phone-free breakfast",
                        "Eat breakfast without a screen.",
                        "Starts the day with the news and regrets it",
                        null,
                        "digital",
                        List.of(new NewSubmission.NewHabit(
                                "Leave the phone in another room until after breakfast", null)),
                        14,
                        null,
                        null));
    }

    private String invite(Actor operator, Role role) {
        return invites.create(operator, new NewInvite(Set.of(role), 1, null)).code();
    }

    private UUID register(String name, String email, String timeZone, String country, String code) {
        var account = new NewAccount(email, PASSWORD, name, timeZone, "en", country, code);
        return switch (registrations.register(account, Client.program(""), "demo " + name)) {
            case RegistrationOutcome.Registered(var issued) ->
                tokens.verify(issued.accessToken()).orElseThrow().userId();
            case RegistrationOutcome other ->
                throw new IllegalStateException("the demo cannot register " + name + ": " + other);
        };
    }
}
