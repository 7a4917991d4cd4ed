package dev.trellis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.testing.Given;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** A single read says who acts in the message that asks. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SingleReadsTest {
    private static final String MINE = "select id from users where id = any (:ids) order by id";

    @Inject
    Given given;

    @Inject
    Database database;

    @Test
    void eachSeesTheirOwnHoweverManyShareTheConnections() {
        var ana = id("ana");
        var ben = id("ben");

        var wrong = IntStream.range(0, 400)
                .parallel()
                .filter(n -> {
                    var me = n % 2 == 0 ? ana : ben;
                    return !mine(me, ana, ben).equals(List.of(me));
                })
                .count();

        assertThat(wrong).isZero();
    }

    @Test
    void nobodyActsAnyMoreWhenItIsAnswered() {
        var ana = id("ana");
        mine(ana, ana);

        var left = IntStream.range(0, 40)
                .mapToObj(n -> database.query(
                        Actor.person(ana),
                        "select current_setting('app.user_id', true) as me",
                        query -> {},
                        rows -> rows.mapTo(String.class).one()))
                .distinct()
                .toList();

        assertThat(left).containsExactly(ana.toString());
        assertThat(database.<String>asJob(
                        tx -> tx.createQuery("select coalesce(current_setting('app.user_id', true), '')")
                                .mapTo(String.class)
                                .one()))
                .isEmpty();
    }

    @Test
    void insideATransactionItSeesWhatThatHasWritten() {
        var ana = id("ana");

        database.run(Actor.person(ana), tx -> {
            tx.execute("update users set display_name = 'Anna' where id = ?", ana);
            assertThat(database.<String>query(
                            Actor.person(ana),
                            "select display_name from users where id = :id",
                            query -> query.bind("id", ana),
                            rows -> rows.mapTo(String.class).one()))
                    .isEqualTo("Anna");
        });
    }

    @Test
    void whatTheDatabaseRefusesIsAFaultAndTheConnectionGoesOn() {
        var ana = id("ana");

        for (var n = 0; n < 40; n++) {
            assertThatThrownBy(() -> database.query(
                            Actor.person(ana),
                            "select 1 / (:zero - 0)",
                            query -> query.bind("zero", 0),
                            rows -> rows.mapTo(int.class).one()))
                    .isInstanceOf(JdbiException.class);
        }

        assertThat(mine(ana, ana)).containsExactly(ana);
    }

    private List<UUID> mine(UUID me, UUID... asked) {
        return database.query(
                Actor.person(me),
                MINE,
                query -> query.bindArray("ids", UUID.class, (Object[]) asked),
                rows -> rows.mapTo(UUID.class).list());
    }

    private UUID id(String name) {
        return given.person(name).get("/me").id();
    }
}
