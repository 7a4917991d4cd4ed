package dev.trellis.students;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The courses, what is asked in them, when they pause and who teaches them; kept by registrars. */
@ApplicationScoped
public class Courses {
    private final Database database;
    private final CourseStore store;

    Courses(Database database, CourseStore store) {
        this.database = database;
        this.store = store;
    }

    /** How a change of a course ended. */
    public sealed interface Change {
        /** Done. */
        record Done(Course course) implements Change {}

        /** Its last day lies before its first, or a break's does. */
        record NotInOrder() implements Change {}

        /** Another course has this source id. */
        record SourceIdTaken() implements Change {}

        /** There is no such course. */
        record Unknown() implements Change {}

        /** There is no such trainer: no account, or not in that role. */
        record NoTrainer() implements Change {}
    }

    /** A new course. */
    public Change create(Actor registrar, NewCourse course) {
        if (course.endDate().isBefore(course.startDate())) {
            return new Change.NotInOrder();
        }
        return database.as(
                registrar,
                tx -> store.insert(tx, course).<Change>map(Change.Done::new).orElseGet(Change.SourceIdTaken::new));
    }

    /** Courses, newest first. */
    public Page<Course> list(Actor actor, PageRequest page) {
        return database.as(
                actor,
                tx -> Page.of(store.list(tx, page.afterId(), page.fetch()), page, course -> new Cursor(course.id())));
    }

    /** One course. */
    public Optional<Course> find(Actor actor, UUID courseId) {
        return database.as(actor, tx -> store.find(tx, courseId));
    }

    /** Adds items, or replaces those of the same source id. */
    public Change putItems(Actor registrar, UUID courseId, List<CourseItem> items) {
        return change(registrar, courseId, tx -> store.putItems(tx, courseId, items));
    }

    /** Publishes a break; one that begins on the same day is replaced. */
    public Change putBreak(Actor registrar, UUID courseId, CourseBreak pause) {
        return pause.isInOrder()
                ? change(registrar, courseId, tx -> store.putBreak(tx, courseId, pause))
                : new Change.NotInOrder();
    }

    /** Makes a trainer part of the staff, or changes what they are there. */
    public Change putStaff(Actor registrar, UUID courseId, UUID trainerId, StaffMember member) {
        return database.as(registrar, tx -> {
            var course = store.find(tx, courseId);
            return course.<Change>map(found -> store.putStaff(tx, courseId, trainerId, member)
                            ? new Change.Done(found)
                            : new Change.NoTrainer())
                    .orElseGet(Change.Unknown::new);
        });
    }

    /** Ends somebody's part in a course; what they saw through it they no longer see. */
    public Change removeStaff(Actor registrar, UUID courseId, UUID trainerId) {
        return change(registrar, courseId, tx -> store.removeStaff(tx, courseId, trainerId));
    }

    private Change change(Actor registrar, UUID courseId, Consumer<Handle> work) {
        return database.as(
                registrar,
                tx -> store.find(tx, courseId)
                        .<Change>map(course -> {
                            work.accept(tx);
                            return new Change.Done(course);
                        })
                        .orElseGet(Change.Unknown::new));
    }
}
