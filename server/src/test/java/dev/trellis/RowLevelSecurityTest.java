package dev.trellis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.platform.postgres.OwnerAccess;
import dev.trellis.platform.postgres.WorkingRoles;
import dev.trellis.testing.OneRowEach;
import dev.trellis.testing.PostgresForTests;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On every person-owned table there is one row of Ana's. Nobody but Ana reads, changes, adds or removes Ana's rows. */
class RowLevelSecurityTest {
    private static final UUID ANA = UUID.fromString("0194a000-0000-7000-8000-00000000000a");
    private static final UUID BO = UUID.fromString("0194a000-0000-7000-8000-00000000000b");
    private static final UUID THING = UUID.fromString("0194a000-0000-7000-8000-0000000000ff");
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Tables about a person that everybody may read; who may write them is another matter. */
    private static final Set<String> READ_BY_ALL = Set.of("course_staff");

    /** Tables whose owner reads their rows and changes none. */
    private static final Set<String> ONLY_READ_BY_THE_OWNER = Set.of("student_interventions");

    private static OwnerAccess access;

    @BeforeAll
    static void seed() {
        access = PostgresForTests.freshDatabase();
        as(WorkingRoles.JOBS).useTransaction(tx -> {
            tx.createUpdate("insert into users (id, email) values (:bo, 'bo@example.org')")
                    .bind("bo", BO)
                    .execute();
            OneRowEach.tables().forEach(table -> insertFor(tx, table));
        });
    }

    static List<String> tables() {
        return OneRowEach.tables().stream()
                .filter(table -> !READ_BY_ALL.contains(table))
                .toList();
    }

    @Test
    void everyPersonOwnedTableHasARowToTryOn() {
        var owned = as(WorkingRoles.JOBS)
                .withHandle(tx -> tx.createQuery("""
                        select c.relname from pg_class c
                          join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped
                         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                        """).mapTo(String.class).list());

        assertThat(tables()).containsAll(owned);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void onesOwnRowIsVisible(String table) {
        inTransaction(ANA, "participant", tx -> assertThat(rowsOfAna(tx, table)).isEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anotherPersonTouchesNothing(String table) {
        for (var role : List.of("participant", "trainer")) {
            inTransaction(BO, role, tx -> refusesEverything(tx, table));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void withNobodyActingNothingIsVisibleAndNothingCanBeWritten(String table) {
        inTransaction(null, null, tx -> refusesEverything(tx, table));
    }

    @Test
    void nobodyAppointsThemselvesToTheStaffOfACourse() {
        for (var role : List.of("participant", "trainer")) {
            inTransaction(BO, role, tx -> {
                assertThatThrownBy(() -> tx.createUpdate(
                                        "insert into course_staff (trainer_id, course_id, role) values (:bo, :course, 'lead')")
                                .bind("bo", BO)
                                .bind("course", THING)
                                .execute())
                        .satisfies(RowLevelSecurityTest::isRefusedByPolicy);
            });
            inTransaction(
                    ANA,
                    role,
                    tx -> assertThat(tx.execute("update course_staff set role = 'lead'"))
                            .isZero());
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void ownRowsCannotBeGivenToSomebodyElse(String table) {
        if (ONLY_READ_BY_THE_OWNER.contains(table)) {
            inTransaction(
                    ANA,
                    "participant",
                    tx -> assertThat(tx.execute(
                                    "update " + table + " set " + owner(table) + " = ? where " + owner(table) + " = ?",
                                    BO,
                                    ANA))
                            .isZero());
            return;
        }
        inTransaction(
                ANA,
                "participant",
                tx -> assertThatThrownBy(() -> tx.createUpdate("update " + table + " set " + owner(table)
                                        + " = :bo where " + owner(table) + " = :ana")
                                .bind("bo", BO)
                                .bind("ana", ANA)
                                .execute())
                        .satisfies(RowLevelSecurityTest::isRefusedByPolicy));
    }

    private static void refusesEverything(Handle tx, String table) {
        assertThat(rowsOfAna(tx, table)).isZero();
        changesNothing(
                tx, "update " + table + " set " + owner(table) + " = " + owner(table) + " where " + owner(table));
        assertThat(tx.createUpdate("delete from " + table + " where " + owner(table) + " = :ana")
                        .bind("ana", ANA)
                        .execute())
                .isZero();
        assertThatThrownBy(() -> insertFor(tx, table)).satisfies(RowLevelSecurityTest::isRefusedByPolicy);
    }

    /** No row is reached; or, where nobody may update at all, the statement is refused. */
    private static void changesNothing(Handle tx, String update) {
        tx.savepoint("before");
        try {
            assertThat(tx.createUpdate(update + " = :ana").bind("ana", ANA).execute())
                    .isZero();
        } catch (UnableToExecuteStatementException e) {
            isRefusedByPolicy(e);
            tx.rollbackToSavepoint("before");
        }
    }

    private static void isRefusedByPolicy(Throwable thrown) {
        assertThat(thrown.getCause())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private static long rowsOfAna(Handle tx, String table) {
        return tx.createQuery("select count(*) from " + table + " where " + owner(table) + " = :ana")
                .bind("ana", ANA)
                .mapTo(long.class)
                .one();
    }

    private static void insertFor(Handle tx, String table) {
        var insert = OneRowEach.into(table);
        var statement = tx.createUpdate(insert).bind("person", ANA);
        if (insert.contains(":thing")) {
            statement.bind("thing", THING);
        }
        statement.execute();
    }

    private static String owner(String table) {
        return switch (table) {
            case "users" -> "id";
            case "student_interventions" -> "student_id";
            default -> "user_id";
        };
    }

    /** One transaction of the server's role as somebody or as nobody, rolled back at the end. */
    private static void inTransaction(@Nullable UUID person, @Nullable String role, Consumer<Handle> work) {
        as(WorkingRoles.APP).useHandle(tx -> {
            tx.begin();
            if (person != null) {
                tx.createQuery("select set_config('app.user_id', :person, true) || set_config('app.role', :role, true)")
                        .bind("person", person.toString())
                        .bind("role", role)
                        .mapTo(String.class)
                        .one();
            }
            work.accept(tx);
            tx.rollback();
        });
    }

    private static Jdbi as(String role) {
        return Jdbi.create(access.jdbcUrl(), role, new WorkingRoles(access).passwordOf(role));
    }
}
