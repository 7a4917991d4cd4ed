package dev.trellis.programs;

import dev.trellis.nutrition.ShownNumbers;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Numbers of food are for everybody but those whose latest program hides them, be it over or not. */
@ApplicationScoped
class NumbersOfProgram implements ShownNumbers {
    private static final PageRequest LATEST = PageRequest.of(1, null);

    private final Database database;
    private final ProgramStore programs;

    NumbersOfProgram(Database database, ProgramStore programs) {
        this.database = database;
        this.programs = programs;
    }

    @Override
    public boolean to(Actor actor) {
        return database.as(
                actor,
                tx -> programs.page(tx, actor.userId(), LATEST).stream()
                        .findFirst()
                        .flatMap(program -> programs.find(tx, actor.userId(), program.id()))
                        .map(program -> program.nutrition().showNumbers())
                        .orElse(true));
    }
}
