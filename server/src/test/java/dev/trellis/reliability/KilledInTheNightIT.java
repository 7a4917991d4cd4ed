package dev.trellis.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed outright at a random moment of the nightly batch, again and again. Whatever stands in the
 * database right after each kill is whole, and after the restart every expired period is completed once.
 */
class KilledInTheNightIT {
    private static final int ROUNDS = 20;
    private static final int PERIODS = 5_000;
    private static final int HABITS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path home;

    @Test
    void everyExpiredPeriodIsCompletedOnceHoweverOftenTheServerIsKilled() throws SQLException {
        var random = new Random(20261120);
        var server = ServerProcess.start(home);
        var operator = operator(server);
        var interrupted = 0;
        try {
            for (var round = 1; round <= ROUNDS; round++) {
                expire(server, round);
                var run = server.api().with(operator).post("/operations/jobs/complete_expired_periods/run", null);
                assertThat(run.status()).as(run.text()).isLessThan(300);
                var moment = random.nextInt(PERIODS);
                awaitOpenAtMost(server, PERIODS - moment);
                server.kill();
                interrupted += nothingIsHalfDone(server, round);

                server = ServerProcess.start(home);
                awaitOpenAtMost(server, 0);
                everythingHappenedOnce(server, round * PERIODS);
                System.out.printf(
                        "killed in the night: round %d of %d, killed after at least %d of %d%n",
                        round, ROUNDS, moment, PERIODS);
            }
        } finally {
            assertThat(server.stop()).as("a clean stop").isIn(0, 143);
        }
        assertThat(interrupted)
                .as("rounds in which the kill came before the batch had ended")
                .isPositive();
    }

    /** The first to register becomes the operator; an API token lives longer than a log-in. */
    private static String operator(ServerProcess server) throws SQLException {
        String code;
        try (var connection = server.database();
                var rows = connection.createStatement().executeQuery("select code from invite_codes")) {
            rows.next();
            code = rows.getString(1);
        }
        var registered = server.api()
                .post(
                        "/register",
                        Map.of(
                                "email", "olga@example.org",
                                "password", "a long enough password",
                                "display_name", "Olga",
                                "time_zone", "UTC",
                                "invite_code", code));
        var token = server.api()
                .with(registered.text("/access_token"))
                .post("/me/tokens", Map.of("name", "night watch", "scopes", List.of("read", "write", "operate")));
        assertThat(token.status()).as(token.text()).isEqualTo(201);
        return token.text("/token");
    }

    /** People whose period ended yesterday, with two habits and some check-ins each. */
    private static void expire(ServerProcess server, int round) throws SQLException {
        try (var connection = server.database();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    create temp table newcomer on commit drop as
                    select uuidv7() as user_id, uuidv7() as period_id, n from generate_series(1, %d) n
                    """.formatted(PERIODS));
            statement.execute(
                    "insert into users (id, email) select user_id, 'p' || n || '-%d@example.org' from newcomer"
                            .formatted(round));
            statement.execute("""
                    insert into intervention_periods (user_id, id, intervention_id, intervention_name, selected_habits,
                                                      start_date, end_date, planned_duration_days)
                    select user_id, period_id, 5, 'Thirty-minute wind-down', '{a,b}',
                           current_date - 15, current_date - 1, 14
                      from newcomer
                    """);
            statement.execute("""
                    insert into user_habits (user_id, origin, name, intervention_period_id)
                    select user_id, 'intervention', h, period_id from newcomer, unnest('{a,b}'::text[]) h
                    """);
            statement.execute("""
                    insert into daily_progress (user_id, period_id, day, completion, mood)
                    select user_id, period_id, current_date - 15 + d, 50, 3 from newcomer, generate_series(0, 4) d
                    """);
            connection.commit();
        }
    }

    /** Looks into the database that the kill left running; 1 when there was still something to do. */
    private static int nothingIsHalfDone(ServerProcess server, int round) throws SQLException {
        var halves = number(server, """
                select count(*)
                  from intervention_periods p
                 where (p.status = 'completed')
                       is distinct from exists (select from completion_summaries s
                                                 where s.user_id = p.user_id and s.intervention_period_id = p.id)
                    or (p.status = 'completed')
                       is distinct from exists (select from events e
                                                 where e.user_id = p.user_id and e.subject_id = p.id
                                                   and e.type = 'intervention.completed')
                    or (p.status = 'completed')
                       is distinct from exists (select from notifications n where n.user_id = p.user_id)
                    or (p.status = 'completed')
                       is distinct from not exists (select from user_habits h
                                                     where h.user_id = p.user_id and h.status = 'active')
                """);
        assertThat(halves).as("periods half done after kill %d", round).isZero();
        return number(server, "select count(*) from intervention_periods where status = 'active'") > 0 ? 1 : 0;
    }

    private static void everythingHappenedOnce(ServerProcess server, int periods) throws SQLException {
        assertThat(number(server, "select count(*) from intervention_periods where status = 'completed'"))
                .isEqualTo(periods);
        assertThat(number(server, "select count(*) from completion_summaries")).isEqualTo(periods);
        assertThat(number(server, "select count(*) from notifications")).isEqualTo(periods);
        assertThat(number(server, "select count(*) from user_habits where status = 'completed'"))
                .isEqualTo((long) HABITS * periods);
        assertThat(number(server, "select count(*) from events where type = 'intervention.completed'"))
                .isEqualTo(periods);
        assertThat(number(server, "select count(*) from event_deliveries where status = 'done'"))
                .isEqualTo(3L * periods);
    }

    private static void awaitOpenAtMost(ServerProcess server, int most) throws SQLException {
        var deadline = Instant.now().plus(PATIENCE);
        try (var connection = server.database();
                var open = connection.prepareStatement(
                        "select count(*) from intervention_periods where status = 'active'")) {
            while (true) {
                try (var rows = open.executeQuery()) {
                    rows.next();
                    if (rows.getInt(1) <= most) {
                        return;
                    }
                }
                assertThat(Instant.now())
                        .as("still open periods\n%s", server.log())
                        .isBefore(deadline);
                ServerProcess.pause();
            }
        }
    }

    private static long number(ServerProcess server, String query) throws SQLException {
        try (var connection = server.database();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
