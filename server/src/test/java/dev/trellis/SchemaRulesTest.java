package dev.trellis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.platform.postgres.WorkingRoles;
import dev.trellis.testing.PostgresForTests;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Walks the system catalogue: a new table that forgets a rule fails here, by name. */
class SchemaRulesTest {
    /** Tables without a {@code user_id}, each with its reason. */
    private static final Map<String, String> NOBODYS = Map.ofEntries(
            Map.entry("users", "the people themselves; their id is the user id"),
            Map.entry("audit_log", "has an actor and perhaps a person; policies of its own"),
            Map.entry("invite_codes", "made by operators for people who have no account yet"),
            Map.entry("erasure_receipts", "must not say whose they are"),
            Map.entry("interventions_base", "the curated catalogue, the same for everybody"),
            Map.entry("catalogue_embeddings", "vectors of catalogue texts, never of what a person wrote"),
            Map.entry("foods", "the table of foods that ships, the same for everybody"),
            Map.entry("exercises", "the table of exercises that ships, the same for everybody"),
            Map.entry("scheduled_tasks", "the scheduler's own"),
            Map.entry("job_runs", "counts of what jobs did"),
            Map.entry("flyway_schema_history", "the migrations that were applied"),
            Map.entry("courses", "what an institution teaches"),
            Map.entry("course_staff", "its owner is the trainer, who must not be able to appoint themselves"),
            Map.entry("course_items", "what is asked in a course"),
            Map.entry("course_breaks", "when a course pauses"),
            Map.entry(
                    "student_interventions",
                    "the seed's columns: its owner is student_id, who reads and does not write"),
            Map.entry("risk_runs", "counts of what an evaluation of a course did"),
            Map.entry("roster_imports", "an institution's files on their way in"),
            Map.entry("roster_files", "an institution's files on their way in"),
            Map.entry("roster_parts", "an institution's files on their way in; deleted once read"),
            Map.entry("roster_errors", "lines of such files that could not be read"),
            Map.entry("roster_sessions", "terms of an institution"));

    /** Person-owned tables whose key does not begin with the person, each with its reason. */
    private static final Map<String, String> OTHER_KEYS =
            Map.of("intervention_habits", "the habits of curated interventions belong to nobody");

    private static Handle owner;

    @BeforeAll
    static void connect() {
        var access = PostgresForTests.freshDatabase();
        owner = Jdbi.create(access.jdbcUrl(), access.user(), access.password()).open();
    }

    @AfterAll
    static void disconnect() {
        owner.close();
    }

    @Test
    void everyTableBelongsToAPersonOrSaysWhyNot() {
        assertThat(names("""
                select c.relname from pg_class c
                 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                   and not exists (select from pg_attribute a
                                    where a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped)
                """)).containsExactlyInAnyOrderElementsOf(NOBODYS.keySet());
    }

    @Test
    void everyPersonOwnedTableHasRowLevelSecurityThatBindsItsOwnerToo() {
        assertThat(names(PERSON_OWNED + """
                select name from person_owned join pg_class c on c.oid = id
                 where not (c.relrowsecurity and c.relforcerowsecurity)
                """)).isEmpty();
        assertThat(names("""
                select relname from pg_class
                 where relname in ('users', 'audit_log', 'invite_codes', 'erasure_receipts', 'courses', 'course_staff',
                                   'course_items', 'course_breaks', 'student_interventions', 'risk_runs', 'roster_imports',
                                   'roster_files', 'roster_parts', 'roster_errors', 'roster_sessions')
                   and not (relrowsecurity and relforcerowsecurity)
                """)).isEmpty();
    }

    @Test
    void everyPersonOwnedTableHasTheSamePolicyForTheServersRole() {
        assertThat(names(PERSON_OWNED + """
                select name from person_owned
                 where not exists (
                       select from pg_policies p
                        where p.schemaname = 'public' and p.tablename = name and p.roles = '{trellis_app}'
                          and p.cmd = 'ALL' and p.permissive = 'PERMISSIVE'
                          and p.qual = '(user_id = app_user())' and p.with_check = '(user_id = app_user())')
                """)).isEmpty();
    }

    @Test
    void theKeyOfEveryPersonOwnedTableBeginsWithThePerson() {
        assertThat(names(PERSON_OWNED + """
                select name from person_owned
                 where not exists (
                       select from pg_constraint k
                         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                        where k.conrelid = id and k.contype = 'p' and a.attname = 'user_id')
                """)).containsExactlyInAnyOrderElementsOf(OTHER_KEYS.keySet());
    }

    @Test
    void noRowCanPointAtAnotherPersonsRow() {
        assertThat(names(PERSON_OWNED + """
                select k.conrelid::regclass || ' ' || k.conname
                  from pg_constraint k
                  join person_owned referring on referring.id = k.conrelid
                  join person_owned referred on referred.id = k.confrelid
                 where k.contype = 'f'
                   and not exists (
                       select from unnest(k.conkey, k.confkey) as pair (here, there)
                         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
                         join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
                        where a.attname = 'user_id' and b.attname = 'user_id')
                """)).isEmpty();
    }

    @Test
    void deletingAPersonDeletesEverythingThatIsTheirs() {
        assertThat(names(PERSON_OWNED + """
                select name from person_owned
                 where not exists (
                       select from pg_constraint k
                         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                        where k.conrelid = id and k.contype = 'f' and k.confdeltype = 'c' and a.attname = 'user_id')
                """)).isEmpty();
    }

    @Test
    void theServersRolesOwnNothingAndBypassNothing() {
        assertThat(names("""
                select rolname from pg_roles
                 where rolname in ('trellis_app', 'trellis_jobs')
                   and not rolsuper and not rolbypassrls and not rolcreaterole and not rolcreatedb
                   and not exists (select from pg_class where relowner = pg_roles.oid)
                """)).containsExactlyInAnyOrder(WorkingRoles.APP, WorkingRoles.JOBS);
    }

    @Test
    void viewsAreReadUnderTheReadersOwnPolicies() {
        assertThat(names("""
                select relname from pg_class
                 where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
                   and not coalesce('security_invoker=true' = any (reloptions), false)
                """)).isEmpty();
    }

    private static final String PERSON_OWNED = """
            with person_owned as (
                select c.oid as id, c.relname as name
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped
                 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p'))
            """;

    private static List<String> names(String query) {
        return owner.createQuery(query).mapTo(String.class).list();
    }
}
