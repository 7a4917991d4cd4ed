package dev.trellis.students;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.trellis.events.AuditLog;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.KnownZone;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.students.roster.LineProblem;
import dev.trellis.students.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Roster files on their way in: announced, sent in parts, handed over, read by a job, reported line by line. */
@ApplicationScoped
public class RosterImports {
    private final Database database;
    private final AuditLog audit;

    RosterImports(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** What happens to a file with bad lines. */
    public enum Mode {
        /** Nothing of it is taken over. */
        ALL_OR_NOTHING,
        /** Its good lines are, batch by batch; a run that was interrupted goes on where it stopped. */
        RESUMABLE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The mode of that wire name. */
        @JsonCreator
        public static Mode of(String wire) {
            return Arrays.stream(values())
                    .filter(mode -> mode.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a mode is all_or_nothing or resumable"));
        }
    }

    /**
     * An import to begin.
     *
     * @param source the name of the system the files come from; ids are its own
     * @param timeZone the zone of courses and people that are new
     */
    public record NewRosterImport(
            @NotBlank @Size(max = 100) String source,
            @NotNull Mode mode,
            @NotNull @KnownZone String timeZone) {}

    /**
     * How far a file is.
     *
     * @param status {@code receiving}, {@code read} or {@code refused}
     * @param read lines looked at so far
     * @param problem why the file as a whole was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FileProgress(
            String name,
            String status,
            long lines,
            long read,
            long accepted,
            long refused,
            @Nullable String problem) {}

    /**
     * How far an import is.
     *
     * @param status {@code receiving}, {@code waiting}, {@code running} or {@code finished}
     */
    public record RosterImport(
            UUID id,
            String source,
            Mode mode,
            String timeZone,
            String status,
            Instant createdAt,
            List<FileProgress> files) {}

    private record Row(UUID id, String source, Mode mode, String timeZone, String status, Instant createdAt) {}

    /** How a step ended. */
    public sealed interface Step {
        /** Done. */
        record Done(RosterImport current) implements Step {}

        /** It was handed over already. */
        record NotReceiving(String status) implements Step {}

        /** No file was sent. */
        record NoFile() implements Step {}

        /** There is no such import. */
        record Unknown() implements Step {}
    }

    /** Begins an import. */
    public RosterImport begin(Actor registrar, NewRosterImport wanted) {
        return database.as(registrar, tx -> {
            var id = tx.createQuery("""
                            insert into roster_imports (created_by, source, mode, time_zone)
                            values (:by, :source, :mode, :zone)
                            returning id
                            """)
                    .bind("by", registrar.userId())
                    .bind("source", wanted.source())
                    .bind("mode", wanted.mode())
                    .bind("zone", wanted.timeZone())
                    .mapTo(UUID.class)
                    .one();
            audit.record(tx, registrar, "roster_import_begun", null, wanted);
            return find(tx, id).orElseThrow();
        });
    }

    /** Takes a part of a file; the same part again replaces it. */
    public Step receive(Actor registrar, UUID importId, RosterFile file, int part, byte[] content) {
        return database.as(
                registrar,
                tx -> whileReceiving(tx, importId, current -> {
                    tx.createUpdate("""
                            insert into roster_files (import_id, position, name) values (:import, :position, :name)
                                on conflict do nothing
                            """)
                            .bind("import", importId)
                            .bind("position", file.ordinal())
                            .bind("name", file.fileName())
                            .execute();
                    tx.createUpdate("""
                            insert into roster_parts (import_id, name, part, content)
                            values (:import, :name, :part, :content)
                                on conflict (import_id, name, part) do update set content = excluded.content
                            """)
                            .bind("import", importId)
                            .bind("name", file.fileName())
                            .bind("part", part)
                            .bind("content", content)
                            .execute();
                    return new Step.Done(find(tx, importId).orElseThrow());
                }));
    }

    /** Hands the files over to be read. */
    public Step handOver(Actor registrar, UUID importId) {
        return database.as(
                registrar,
                tx -> whileReceiving(tx, importId, current -> {
                    if (current.files().isEmpty()) {
                        return new Step.NoFile();
                    }
                    tx.createUpdate("update roster_imports set status = 'waiting' where id = :id")
                            .bind("id", importId)
                            .execute();
                    return new Step.Done(find(tx, importId).orElseThrow());
                }));
    }

    /** One import. */
    public Optional<RosterImport> find(Actor registrar, UUID importId) {
        return database.as(registrar, tx -> find(tx, importId));
    }

    /** Imports, newest first. */
    public Page<RosterImport> list(Actor registrar, PageRequest page) {
        return database.as(registrar, tx -> {
            var rows = tx.createQuery("""
                            select id, source, mode, time_zone, status, created_at
                              from roster_imports
                             where :after::uuid is null or id < :after
                             order by id desc
                             limit :limit
                            """)
                    .bind("after", page.afterId())
                    .bind("limit", page.fetch())
                    .mapTo(Row.class)
                    .map(row -> full(tx, row))
                    .list();
            return Page.of(rows, page, one -> new Cursor(one.id()));
        });
    }

    /** A line that was refused, with its file. */
    public record FileProblem(String name, LineProblem problem) {}

    private record ErrorRow(String name, long line, String id, String field, String reason) {}

    /** Every line that was refused, in the order of files and lines. */
    public Optional<List<FileProblem>> problems(Actor registrar, UUID importId) {
        return database.as(
                registrar,
                tx -> find(tx, importId)
                        .map(current -> tx.createQuery("""
                        select e.name, e.line, e.id, e.field, e.reason
                          from roster_errors e
                          join roster_files f on f.import_id = e.import_id and f.name = e.name
                         where e.import_id = :import
                         order by f.position, e.line, e.field
                        """)
                                .bind("import", importId)
                                .mapTo(ErrorRow.class)
                                .map(row -> new FileProblem(
                                        row.name(), new LineProblem(row.line(), row.id(), row.field(), row.reason())))
                                .list()));
    }

    private static Step whileReceiving(Handle tx, UUID importId, Function<RosterImport, Step> step) {
        tx.execute("select from roster_imports where id = ? for update", importId);
        return find(tx, importId)
                .map(current -> current.status().equals("receiving")
                        ? step.apply(current)
                        : new Step.NotReceiving(current.status()))
                .orElseGet(Step.Unknown::new);
    }

    private static Optional<RosterImport> find(Handle tx, UUID importId) {
        return tx.createQuery("""
                        select id, source, mode, time_zone, status, created_at from roster_imports where id = :id
                        """)
                .bind("id", importId)
                .mapTo(Row.class)
                .findOne()
                .map(row -> full(tx, row));
    }

    private static RosterImport full(Handle tx, Row row) {
        var files = tx.createQuery("""
                        select name, status, lines, read, accepted, refused, problem
                          from roster_files
                         where import_id = :import
                         order by position
                        """)
                .bind("import", row.id())
                .mapTo(FileProgress.class)
                .list();
        return new RosterImport(
                row.id(), row.source(), row.mode(), row.timeZone(), row.status(), row.createdAt(), files);
    }
}
