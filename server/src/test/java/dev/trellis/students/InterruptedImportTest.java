package dev.trellis.students;

import static dev.trellis.students.School.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import whose server dies goes on where it stopped, and no line is taken over twice or left out. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class InterruptedImportTest {
    private static final int LINES = 3500;

    @Inject
    Given given;

    @Inject
    RosterImporter importer;

    private Api registrar;
    private String source;

    @BeforeEach
    void begin() {
        registrar = given.operator("registrar");
        source = "sis-" + UUID.randomUUID();
    }

    @Test
    void killedInTheMiddleOfABatchThatBatchIsTakenBackAndDoneAgain() {
        var path = handedOver("resumable");
        try (var killed = killedAt(2500)) {
            assertThatThrownBy(() -> importer.workOff(() -> true)).isNotNull();
        }

        assertThat(read(path)).isEqualTo(2000);
        assertThat(people()).isEqualTo(2000);
        finishes(path);
    }

    @Test
    void allOrNothingKilledWhileItWritesHasWrittenNothing() {
        var path = handedOver("all_or_nothing");
        try (var killed = killedAt(2500)) {
            assertThatThrownBy(() -> importer.workOff(() -> true)).isNotNull();
        }

        assertThat(people()).isZero();
        finishes(path);
    }

    private void finishes(String path) {
        while (importer.workOff(() -> true)) {
            // Whatever else waits is done on the way.
        }
        var done = ok(registrar.get(path));
        assertThat(done.text("/status")).isEqualTo("finished");
        assertThat(done.body().at("/files/0/accepted").asInt()).isEqualTo(LINES);
        assertThat(done.body().at("/files/0/refused").asInt()).isZero();
        assertThat(people()).isEqualTo(LINES);
    }

    private String handedOver(String mode) {
        var path = "/roster-imports/"
                + ok(registrar.post("/roster-imports", Map.of("source", source, "mode", mode, "time_zone", "UTC")))
                        .id();
        var users = new StringBuilder("sourcedId,status,role,givenName,familyName,email\n");
        for (var i = 1; i <= LINES; i++) {
            users.append("%1$s-%2$d,,student,Given,Family%2$d,%1$s-%2$d@example.org\n".formatted(source, i));
        }
        ok(registrar.send(
                "PUT",
                path + "/files/users.csv/parts/0",
                Map.of("Content-Type", "text/csv"),
                users.toString().getBytes(StandardCharsets.UTF_8)));
        ok(registrar.post(path + "/start", null));
        return path;
    }

    /** The connection that writes this line dies, as when the machine does. */
    private Owner.Broken killedAt(int line) {
        var name = "kill_" + source.replace('-', '_');
        Owner.executeAsSuperuser("""
                create function %1$s() returns trigger language plpgsql security definer as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$
                """.formatted(name));
        Owner.executeAsSuperuser(
                "create trigger %1$s before insert on roster_people for each row when (new.source_id = '%2$s-%3$d') execute function %1$s()"
                        .formatted(name, source, line));
        return () -> {
            Owner.executeAsSuperuser("drop trigger " + name + " on roster_people");
            Owner.executeAsSuperuser("drop function " + name + "()");
        };
    }

    private int read(String path) {
        return ok(registrar.get(path)).body().at("/files/0/read").asInt();
    }

    private long people() {
        return Owner.number("select count(*) from roster_people where source = '" + source + "'");
    }
}
