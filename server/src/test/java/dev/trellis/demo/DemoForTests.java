package dev.trellis.demo;

import dev.trellis.platform.Role;
import dev.trellis.testing.Given;
import dev.trellis.testing.TestClock;
import jakarta.enterprise.context.ApplicationScoped;

/** The people of the demo and their weeks, lived once in the database of a test run. */
@ApplicationScoped
public class DemoForTests {
    public static final String PASSWORD = DemoData.PASSWORD;
    public static final String OPERATOR = DemoData.OPERATOR;
    public static final String REVIEWER = DemoData.REVIEWER;
    public static final String TRAINER = DemoData.TRAINER;
    public static final String LEAD = DemoData.LEAD;
    public static final String STUDENT = DemoData.STUDENT;
    public static final String PARTICIPANT = DemoPerson.ALL.getFirst().email();

    /** A participant who has submitted two interventions, one of them still waiting. */
    public static final String AUTHOR = DemoPerson.ALL.getLast().email();

    /** A participant who is six weeks into a program. */
    public static final String TRAINEE = DemoTrainee.EMAIL;

    private final DemoData demo;
    private final Given given;
    private final TestClock clock;
    private boolean lived;

    DemoForTests(DemoData demo, Given given, TestClock clock) {
        this.demo = demo;
        this.given = given;
        this.clock = clock;
    }

    /** Lives the weeks up to the day on which tests begin, the first time. */
    public synchronized void live() {
        if (!lived) {
            clock.set(TestClock.BEGINNING);
            demo.fill(given.invite(1, Role.ADMIN));
            lived = true;
        }
    }
}
