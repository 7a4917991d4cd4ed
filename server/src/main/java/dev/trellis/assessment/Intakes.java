package dev.trellis.assessment;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.Problem.FieldError;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.safety.SafetyEvents;
import dev.trellis.safety.SafetyLevel;
import dev.trellis.safety.SafetyNotice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people say they want to change: stored, and read for signs of danger in the same transaction. */
@ApplicationScoped
public class Intakes {
    private final Database database;
    private final IntakeStore store;
    private final SafetyEvents safety;
    private final Categories categories;
    private final InstantSource clock;

    Intakes(Database database, IntakeStore store, SafetyEvents safety, Categories categories, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.safety = safety;
        this.categories = categories;
        this.clock = clock;
    }

    /** A stored intake, and what to show beside it when its words gave reason to worry. */
    public record Taken(Intake intake, @Nullable SafetyNotice safety) {}

    /** Stores what the person wants to change; unknown categories are refused by name. */
    public Taken take(Actor actor, NewIntake intake) {
        return database.as(actor, tx -> {
            check(intake);
            var found = safety.screen(tx, actor, "intake", intake.goal(), intake.text());
            var stored = store.add(tx, actor.userId(), intake, found.level(), clock.instant());
            return new Taken(stored, safety.notice(tx, actor.userId(), found));
        });
    }

    /** Stores what the person told elsewhere, where its words were read for signs of danger as they were written. */
    Intake take(Handle tx, UUID userId, NewIntake intake, SafetyLevel found) {
        check(intake);
        return store.add(tx, userId, intake, found, clock.instant());
    }

    /** One's own intake. */
    public Optional<Intake> find(Actor actor, UUID id) {
        return database.as(actor, tx -> find(tx, actor.userId(), id));
    }

    /** The intake of a person whom whoever acts may see. */
    public Optional<Intake> find(Handle tx, UUID userId, UUID id) {
        return store.find(tx, userId, id);
    }

    /** One's own intakes, newest first. */
    public Page<Intake> list(Actor actor, PageRequest page) {
        return database.as(
                actor, tx -> Page.of(store.page(tx, actor.userId(), page), page, intake -> new Cursor(intake.id())));
    }

    private void check(NewIntake intake) {
        var errors = new ArrayList<FieldError>();
        var known = List.copyOf(categories.all());
        errors.addAll(unknown("/categories", intake.categories(), known));
        errors.addAll(unknown("/blocked_categories", intake.blockedCategories(), known));
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_INPUT, errors.getFirst().detail(), errors);
        }
    }

    private static List<FieldError> unknown(String pointer, @Nullable List<String> named, List<String> known) {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; named != null && i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                errors.add(new FieldError(pointer + "/" + i, "The categories are " + String.join(", ", known) + "."));
            }
        }
        return errors;
    }
}
