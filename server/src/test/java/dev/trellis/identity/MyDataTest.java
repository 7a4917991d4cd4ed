package dev.trellis.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trellis.identity.PersonTables.PersonTable;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.JdbiSettings;
import dev.trellis.platform.postgres.OwnerAccess;
import dev.trellis.platform.postgres.WorkingRoles;
import dev.trellis.testing.Api;
import dev.trellis.testing.Given;
import dev.trellis.testing.OneRowEach;
import dev.trellis.testing.Owner;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MyDataTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    ObjectMapper mapper;

    @Inject
    PersonTables tables;

    @Inject
    AccessTokens accessTokens;

    @Inject
    InstantSource clock;

    @Test
    void theArchiveHoldsEveryRowTwice() throws IOException {
        var ana = somebodyWithHistory();
        var id = ana.get("/me").id();

        var files = archive(ana);

        assertThat(files).containsKeys("README.txt", "manifest.json", "data/users.json", "data/users.csv");
        var manifest = mapper.readTree(files.get("manifest.json"));
        assertThat(manifest.at("/tables"))
                .extracting(table -> table.path("table").asText())
                .contains("users", "user_profiles", "sessions", "api_tokens", "intakes", "idempotency_keys");
        for (var table : manifest.at("/tables")) {
            var name = table.path("table").asText();
            var rows = table.path("rows").asInt();
            assertThat(rows).as(name).isPositive();
            assertThat(mapper.readTree(files.get("data/" + name + ".json")))
                    .as(name)
                    .hasSize(rows);
            assertThat(csv(files, name)).as(name).hasSize(rows);
        }
        JsonNode user = mapper.readTree(files.get("data/users.json")).get(0);
        assertThat(user.path("id").asText()).isEqualTo(id.toString());
        assertThat(csv(files, "intakes").getFirst().get("goal")).isEqualTo("sleep \"better\", longer");
    }

    @Test
    void theArchiveHoldsNoSecretsAndNobodyElse() throws IOException {
        var ben = somebodyWithHistory();
        var ana = somebodyWithHistory();

        var all = String.join("\n", archive(ana).values());

        assertThat(all)
                .contains(ana.get("/me").text("/id"))
                .doesNotContain(ben.get("/me").text("/id"))
                .doesNotContain("argon2", "_hash\"", "trlt_");
    }

    @Test
    void aTableThatAModuleAddsLaterIsInTheArchive() throws IOException {
        var ana = given.person("ana");
        Owner.execute("create table of_tomorrow (user_id uuid not null references users on delete cascade, id int,"
                + " said text, primary key (user_id, id))");
        try {
            Owner.execute("call make_person_owned('of_tomorrow')");
            database.runJob(tx -> tx.execute(
                    "insert into of_tomorrow values (?, 1, 'hello')",
                    ana.get("/me").id()));

            assertThat(archive(ana).get("data/of_tomorrow.json")).contains("hello");
        } finally {
            Owner.execute("drop table of_tomorrow");
        }
    }

    @Test
    void erasingLeavesNothingButAReceipt() {
        var ana = somebodyWithHistory();
        var id = ana.get("/me").id();
        var before = rowsOf(id);
        assertThat(before).containsKeys("user_profiles.user_id", "sessions.user_id", "intakes.user_id");

        var receipt = ana.delete("/me");

        assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
        assertThat(rowsOf(id)).isEmpty();
        assertThat(receipt.body().path("row_count").asLong())
                .isEqualTo(before.values().stream().mapToLong(Long::longValue).sum() + 1);
        assertThat(receipt.text()).doesNotContain(id.toString());
        var kept = database.asJob(tx -> tx.createQuery("select row_count from erasure_receipts where id = :id")
                .bind("id", receipt.id())
                .mapTo(Long.class)
                .one());
        assertThat(kept).isEqualTo(receipt.body().path("row_count").asLong());
    }

    @Test
    void theErasedAreLoggedOutAtOnceAndMayComeBackAnew() {
        var ana = given.person("ana");
        var email = ana.get("/me").text("/email");

        assertThat(ana.header("Idempotency-Key", "last one").delete("/me").status())
                .isEqualTo(200);

        assertThat(ana.get("/me").status()).isEqualTo(401);
        var login = given.nobody().post("/login", Map.of("email", email, "password", Given.PASSWORD));
        assertThat(login.status()).isEqualTo(401);
        var again = given.nobody()
                .post(
                        "/register",
                        Map.of("email", email, "password", Given.PASSWORD, "display_name", "Ana", "time_zone", "UTC"));
        assertThat(again.status()).isEqualTo(200);
    }

    /** In a database of its own, because the one row of each table has the same keys every time. */
    @Test
    void erasingEmptiesEveryTableThereIs() {
        var owner = PostgresForTests.freshDatabase();
        var fresh = new Database(pool(owner, WorkingRoles.APP), pool(owner, WorkingRoles.JOBS), new JdbiSettings());
        var person = UUID.randomUUID();
        fresh.runJob(tx -> OneRowEach.tables()
                .forEach(table -> tx.createUpdate(OneRowEach.into(table))
                        .bind("person", person)
                        .bind("thing", UUID.fromString("0194a000-0000-7000-8000-0000000000ff"))
                        .execute()));
        var ofPeople = fresh.asJob(tx -> tables.all(tx).stream()
                .map(PersonTable::file)
                .filter(table -> !table.equals("audit_log"))
                .toList());
        assertThat(OneRowEach.tables()).as("every table of people has a row").containsAll(ofPeople);

        var receipt = new Erasure(fresh, tables, accessTokens, clock).erase(Actor.person(person));

        assertThat(receipt.rowCount()).isEqualTo(ofPeople.size());
        for (var table : ofPeople) {
            var left = fresh.asJob(tx -> tx.createQuery("select count(*) from " + table
                            + (table.equals("intervention_habits") ? " where user_id is not null" : ""))
                    .mapTo(Long.class)
                    .one());
            assertThat(left).as(table).isZero();
        }
    }

    private static DataSource pool(OwnerAccess owner, String role) {
        var source = new PGSimpleDataSource();
        source.setUrl(owner.jdbcUrl());
        source.setUser(role);
        source.setPassword(new WorkingRoles(owner).passwordOf(role));
        return source;
    }

    private Api somebodyWithHistory() {
        var ana = given.person("ana");
        ana.header("Idempotency-Key", "profile").put("/me/profile", Map.of("allergies", List.of("peanuts")));
        ana.post("/me/tokens", Map.of("name", "watch", "scopes", List.of("read")));
        given.operator("olga").get("/users/" + ana.get("/me").id());
        database.runJob(
                tx -> tx.createUpdate("insert into intakes (user_id, goal, safety_level) values (:user, :goal, 's0')")
                        .bind("user", ana.get("/me").id())
                        .bind("goal", "sleep \"better\", longer")
                        .execute());
        return ana;
    }

    /** Rows that name the person, by table and column; every column of the schema that can hold an id is asked. */
    private Map<String, Long> rowsOf(UUID person) {
        return database.asJob(tx -> {
            var columns = tx.createQuery("""
                            select c.relname || '.' || a.attname
                              from pg_class c
                              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                             where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
                               and a.atttypid = 'uuid'::regtype and a.attname in ('user_id', 'person_id')
                            """).mapTo(String.class).list();
            var rows = new LinkedHashMap<String, Long>();
            for (var column : columns) {
                var table = column.substring(0, column.indexOf('.'));
                var count = tx.createQuery("select count(*) from " + table + " where " + column + " = :person")
                        .bind("person", person)
                        .mapTo(Long.class)
                        .one();
                if (count > 0) {
                    rows.put(column, count);
                }
            }
            return rows;
        });
    }

    private static List<CSVRecord> csv(Map<String, String> files, String table) throws IOException {
        var text = Objects.requireNonNull(files.get("data/" + table + ".csv"));
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static Map<String, String> archive(Api who) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(who.download("/me/export")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
