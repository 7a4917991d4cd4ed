package dev.trellis.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.testing.CountingSockets;
import dev.trellis.testing.PostgresForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class TogetherTest {
    private static final String TWICE = "23505";

    private static Jdbi jdbi;

    @BeforeAll
    static void connect() {
        var owner = PostgresForTests.freshDatabase();
        var source = new PGSimpleDataSource();
        source.setUrl(owner.jdbcUrl());
        source.setUser(owner.user());
        source.setPassword(owner.password());
        source.setSocketFactory(CountingSockets.class.getName());
        jdbi = new JdbiSettings().on(source);
        jdbi.useHandle(handle -> handle.execute(
                "create table words (id uuid default uuidv7(), word text unique, more text[], number int)"));
    }

    @BeforeEach
    void empty() {
        jdbi.useHandle(handle -> handle.execute("truncate words"));
    }

    @Test
    void aReadSeesWhatWaitedInOneMessageWithIt() {
        var trips = trips(tx -> {
            write(tx, "one");
            write(tx, "two");
            assertThat(words(tx)).containsExactly("one", "two");
        });

        assertThat(trips).as("begin, both writes and the read; the commit").isEqualTo(2);
    }

    @Test
    void readsTravelTogetherAndEachGetsItsOwnAnswer() {
        var trips = trips(tx -> {
            var first = read(tx, "select :word || '!'", "first");
            write(tx, "between");
            var second = Together.read(
                    tx.createQuery("select word from words where word = :word").bind("word", "between"),
                    rows -> rows.mapTo(String.class).list());
            var none = Together.read(
                    tx.createQuery("select word from words where word = :word").bind("word", "nothing"),
                    rows -> rows.mapTo(String.class).findOne());
            assertThat(second.get()).containsExactly("between");
            assertThat(first.get()).isEqualTo("first!");
            assertThat(none.get()).isEmpty();
        });

        assertThat(trips).isEqualTo(2);
    }

    @Test
    void aReadDoesNotSeeWhatIsWrittenAfterIt() {
        jdbi.useTransaction(tx -> {
            var before = Together.read(
                    tx.createQuery("select word from words"),
                    rows -> rows.mapTo(String.class).list());
            write(tx, "later");
            assertThat(words(tx)).containsExactly("later");
            assertThat(before.get()).isEmpty();
        });
    }

    @Test
    void parametersStayWithTheirStatement() {
        var id = UUID.randomUUID();
        jdbi.useTransaction(tx -> {
            Together.write(
                    tx.createUpdate("insert into words (word, more, id, number) values (:word, :more, :id, :number)")
                            .bind("id", id)
                            .bind("number", (Integer) null)
                            .bind("word", "nulls")
                            .bindArray("more", String.class, "a", "b"));
            Together.write(
                    tx.createUpdate("insert into words (word, more, number) values (:word, :more, :number + :number)")
                            .bind("word", "twice")
                            .bindArray("more", String.class, List.of())
                            .bind("number", 4));
            assertThat(tx.execute("insert into words (number, word) values (?, ?)", 7, "by position"))
                    .isEqualTo(1);
            Together.write(tx.createUpdate("update words set number = 9 where word = 'by position'"));
            assertThat(tx.createUpdate("update words set number = number + :by where id <> :not and number > :than")
                            .bind("by", 1)
                            .bind("not", id)
                            .bind("than", 0)
                            .execute())
                    .isEqualTo(2);
        });

        assertThat(rows()).containsExactly("by position  10", "nulls {a,b} ", "twice {} 9");
    }

    @Test
    void whatStillWaitsTravelsWithTheCommit() {
        assertThat(trips(tx -> write(tx, "late"))).isEqualTo(1);
        assertThat(rows()).hasSize(1);

        Supplier<String> answer = jdbi.inTransaction(tx -> read(tx, "select :word", "read at the end"));
        assertThat(answer.get()).isEqualTo("read at the end");
    }

    @Test
    void aWriteThatFailsAtTheEndFailsTheTransaction() {
        assertThatThrownBy(() -> jdbi.useTransaction(tx -> {
                    write(tx, "same");
                    write(tx, "same");
                }))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .cause()
                .hasFieldOrPropertyWithValue("SQLState", TWICE);
        assertThat(rows()).isEmpty();
    }

    @Test
    void aRollbackForgetsWhatWaits() {
        assertThatThrownBy(() -> jdbi.useTransaction(tx -> {
                    write(tx, "gone");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        jdbi.useTransaction(tx -> {
            write(tx, "gone as well");
            tx.rollback();
        });
        assertThat(rows()).isEmpty();
    }

    @Test
    void outsideATransactionNothingWaits() {
        jdbi.useHandle(handle -> {
            write(handle, "at once");
            assertThat(read(handle, "select :word", "now").get()).isEqualTo("now");
        });
        assertThat(rows()).hasSize(1);
    }

    @Test
    void whateverIsNotOneStatementComesAfterWhatWaits() throws Exception {
        jdbi.useTransaction(tx -> {
            write(tx, "first");
            tx.prepareBatch("update words set number = :number where word = :word")
                    .bind("word", "first")
                    .bind("number", 1)
                    .add()
                    .bind("word", "nobody")
                    .bind("number", 2)
                    .add()
                    .execute();
            assertThat(rows(tx)).containsExactly("first  1");
            write(tx, "second");
            tx.createScript("update words set number = 2 where word = 'second'; select 1")
                    .execute();
            write(tx, "third");
            try (var statement = Together.connection(tx).createStatement()) {
                assertThat(statement.executeUpdate("update words set number = 3 where word = 'third'"))
                        .isEqualTo(1);
            }
            write(tx, "fourth");
            assertThat(tx.createQuery("select word from words order by word")
                            .setFetchSize(1)
                            .mapTo(String.class)
                            .list())
                    .containsExactly("first", "fourth", "second", "third");
        });
        assertThat(rows()).containsExactly("first  1", "fourth  ", "second  2", "third  3");
    }

    @Test
    void aWriteThatFailsIsUndoneWithItsAttemptAlone() {
        var trips = trips(tx -> {
            write(tx, "before");
            assertThat(Together.attempt(tx, () -> {
                        write(tx, "within");
                        write(tx, "before");
                    }))
                    .get()
                    .isInstanceOf(UnableToExecuteStatementException.class);
            write(tx, "after");
        });

        assertThat(rows()).containsExactly("after  ", "before  ");
        assertThat(trips).as("all of it; back to the savepoint; what is left").isEqualTo(3);
    }

    @Test
    void aWriteThatFailsBeforeAnAttemptIsNotBlamedOnIt() {
        jdbi.useTransaction(tx -> write(tx, "taken"));

        for (var attempt : List.<Consumer<Handle>>of(tx -> words(tx), tx -> write(tx, "mine"))) {
            assertThatThrownBy(() -> jdbi.useTransaction(tx -> {
                        // One that was undone, and one that succeeded, leave nothing to go back to.
                        assertThat(attemptTwice(tx)).isPresent();
                        assertThat(Together.attempt(tx, () -> words(tx))).isEmpty();
                        write(tx, "taken");
                        Together.attempt(tx, () -> attempt.accept(tx));
                    }))
                    .isInstanceOf(UnableToExecuteStatementException.class)
                    .cause()
                    .hasFieldOrPropertyWithValue("SQLState", TWICE);
            assertThat(rows()).hasSize(1);
        }
    }

    private static Optional<RuntimeException> attemptTwice(Handle tx) {
        return Together.attempt(tx, () -> {
            write(tx, "double");
            write(tx, "double");
        });
    }

    @Test
    void anAttemptThatFailsBeforeItWasSentForgetsItsOwnOnly() {
        var trips = trips(tx -> {
            write(tx, "before");
            assertThat(Together.attempt(tx, () -> {
                        write(tx, "within");
                        throw new IllegalStateException("in Java");
                    }))
                    .get()
                    .hasToString("java.lang.IllegalStateException: in Java");
            write(tx, "after");
        });

        assertThat(rows()).containsExactly("after  ", "before  ");
        assertThat(trips).isEqualTo(1);
    }

    @Test
    void anAttemptThatFailsAfterItWasSentIsUndone() {
        jdbi.useTransaction(tx -> {
            write(tx, "before");
            assertThat(Together.attempt(tx, () -> {
                        write(tx, "within");
                        assertThat(words(tx)).hasSize(2);
                        write(tx, "waits");
                        throw new IllegalStateException("in Java");
                    }))
                    .isPresent();
            assertThat(words(tx)).containsExactly("before");
        });
        assertThat(rows()).hasSize(1);
    }

    @Test
    void anAttemptThatKeepsAFailureToItselfIsUndoneAsWell() {
        jdbi.useTransaction(tx -> {
            write(tx, "kept");
            assertThat(Together.attempt(
                            tx,
                            () -> assertThatThrownBy(() -> tx.execute("select 1 / 0"))
                                    .isInstanceOf(UnableToExecuteStatementException.class)))
                    .isPresent();
            assertThat(words(tx)).containsExactly("kept");
        });
        assertThat(rows()).hasSize(1);
    }

    @Test
    void anAnswerOfWhatWasUndoneIsNotThere() {
        jdbi.useTransaction(tx -> {
            var lost = new ArrayList<Supplier<String>>();
            assertThat(Together.attempt(tx, () -> {
                        lost.add(read(tx, "select :word", "lost"));
                        throw new IllegalStateException("in Java");
                    }))
                    .isPresent();
            assertThatThrownBy(() -> lost.getFirst().get()).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void attemptsWithinOneAnotherAreUndoneEachByItself() {
        jdbi.useTransaction(tx -> {
            assertThat(Together.attempt(tx, () -> {
                        write(tx, "outer");
                        assertThat(attemptTwice(tx)).isPresent();
                        assertThat(Together.attempt(tx, () -> {
                                    write(tx, "inner");
                                    assertThat(words(tx)).containsExactly("inner", "outer");
                                    assertThat(attemptTwice(tx)).isPresent();
                                }))
                                .isEmpty();
                        assertThat(Together.attempt(tx, () -> {
                                    words(tx);
                                    write(tx, "undone");
                                    words(tx);
                                    throw new IllegalStateException("inner");
                                }))
                                .isPresent();
                        write(tx, "last");
                    }))
                    .isEmpty();
            assertThat(words(tx)).containsExactly("inner", "last", "outer");
            assertThat(Together.attempt(tx, () -> {
                        assertThat(Together.attempt(tx, () -> write(tx, "gone with the outer one")))
                                .isEmpty();
                        assertThat(words(tx)).hasSize(4);
                        throw new IllegalStateException("outer");
                    }))
                    .isPresent();
        });
        assertThat(rows()).containsExactly("inner  ", "last  ", "outer  ");
    }

    @Test
    void whatFailsInTheOuterAttemptIsNotBlamedOnTheInnerOne() {
        jdbi.useTransaction(tx -> {
            write(tx, "kept");
            assertThat(Together.attempt(tx, () -> {
                        write(tx, "kept");
                        Together.attempt(tx, () -> words(tx));
                        throw new AssertionError("goes on though the outer one has failed");
                    }))
                    .get()
                    .isInstanceOf(UnableToExecuteStatementException.class);
            assertThat(words(tx)).containsExactly("kept");
        });
        assertThat(rows()).hasSize(1);
    }

    @Test
    void anAttemptThatOnlyReadsOrDoesNothingCostsNoMessageOfItsOwn() {
        assertThat(trips(tx -> {
                    assertThat(Together.attempt(tx, () -> {})).isEmpty();
                    assertThat(Together.attempt(tx, () -> words(tx))).isEmpty();
                    assertThat(words(tx)).isEmpty();
                }))
                .isEqualTo(3);
    }

    private static void write(Handle tx, String word) {
        Update update =
                tx.createUpdate("insert into words (word) values (:word)").bind("word", word);
        Together.write(update);
    }

    private static Supplier<String> read(Handle tx, String sql, String word) {
        Query query = tx.createQuery(sql).bind("word", word);
        return Together.read(query, rows -> rows.mapTo(String.class).one());
    }

    private static List<String> words(Handle tx) {
        return tx.createQuery("select word from words order by word")
                .mapTo(String.class)
                .list();
    }

    private static List<String> rows() {
        return jdbi.withHandle(TogetherTest::rows);
    }

    private static List<String> rows(Handle handle) {
        return handle.createQuery("select concat(word, ' ', more::text, ' ', number) from words order by word")
                .mapTo(String.class)
                .list();
    }

    /** Of a transaction on a connection that is there already. */
    private static int trips(Consumer<Handle> work) {
        return jdbi.withHandle(handle -> {
            handle.execute("select 1");
            return CountingSockets.tripsOf(() -> handle.useTransaction(work::accept));
        });
    }
}
