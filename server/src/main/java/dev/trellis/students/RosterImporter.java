package dev.trellis.students;

import dev.trellis.platform.Database;
import dev.trellis.students.RosterImports.Mode;
import dev.trellis.students.roster.LineProblem;
import dev.trellis.students.roster.RosterFile;
import dev.trellis.students.roster.RosterReader;
import dev.trellis.students.roster.RosterReader.Opening.Opened;
import dev.trellis.students.roster.RosterReader.Opening.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads roster files that were handed over. A resumable file is written a batch at a time, each its own transaction with
 * its progress, so whoever was killed goes on after the last one. An all-or-nothing file is checked first, and written
 * in one transaction when no line is wrong.
 */
@ApplicationScoped
public class RosterImporter {
    private static final int BATCH = 1000;

    private final Database database;
    private final RosterWrites writes;

    RosterImporter(Database database, RosterWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    private record Waiting(UUID id, String source, Mode mode, String timeZone) {}

    private record FileRow(String name, long read) {}

    /** A file with a bad line is written whole or not at all: this takes back what was written of it. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<LineProblem> problems;

        TakenBack(List<LineProblem> problems) {
            super("a line of an all-or-nothing file is wrong", null, false, false);
            this.problems = problems;
        }
    }

    /** Reads the oldest import that waits, or that somebody was killed in; false when there is none. */
    public boolean workOff(BooleanSupplier goOn) {
        var waiting = database.asJob(RosterImporter::claim);
        waiting.ifPresent(one -> {
            for (var file = next(one); file.isPresent() && goOn.getAsBoolean(); file = next(one)) {
                read(one, file.get(), goOn);
            }
            if (next(one).isEmpty()) {
                finish(one);
            }
        });
        return waiting.isPresent();
    }

    private static Optional<Waiting> claim(Handle tx) {
        return tx.createQuery("""
                        update roster_imports set status = 'running'
                         where id = (select id from roster_imports
                                      where status in ('waiting', 'running') order by id limit 1 for update skip locked)
                        returning id, source, mode, time_zone
                        """).mapTo(Waiting.class).findOne();
    }

    private Optional<FileRow> next(Waiting one) {
        return database.asJob(tx -> tx.createQuery("""
                        select name, read from roster_files
                         where import_id = :import and status = 'receiving'
                         order by position
                         limit 1
                        """)
                .bind("import", one.id())
                .mapTo(FileRow.class)
                .findOne());
    }

    private void read(Waiting one, FileRow row, BooleanSupplier goOn) {
        var file = RosterFile.named(row.name()).orElseThrow();
        try {
            switch (one.mode()) {
                case RESUMABLE -> resume(one, file, row.read(), goOn);
                case ALL_OR_NOTHING -> wholeOrNot(one, file);
            }
        } catch (UncheckedIOException e) {
            end(one, file, "refused", "From some line on it is no CSV; look for a quotation mark that is not closed.");
        }
    }

    private void resume(Waiting one, RosterFile file, long readBefore, BooleanSupplier goOn) {
        switch (RosterReader.open(file, content(one, file))) {
            case Refused(var reason) -> end(one, file, "refused", reason);
            case Opened(var reader) -> {
                try (reader) {
                    skip(reader, readBefore);
                    var lines = reader.next(BATCH);
                    while (lines.lines() > 0 && goOn.getAsBoolean()) {
                        var batch = lines;
                        database.runJob(tx -> {
                            var refused = writes.write(tx, file, one.source(), one.timeZone(), batch.rows());
                            note(tx, one, file, batch.problems());
                            note(tx, one, file, refused);
                            advance(tx, one, file, batch.lines(), batch.rows().size() - refused.size());
                        });
                        lines = reader.next(BATCH);
                    }
                    if (lines.lines() == 0) {
                        end(one, file, "read", null);
                    }
                }
            }
        }
    }

    /** What was read before is read again, for ids must be unique over the whole file, but not written again. */
    private static void skip(RosterReader reader, long readBefore) {
        var left = readBefore;
        while (left > 0) {
            left -= reader.next((int) Math.min(BATCH, left)).lines();
        }
    }

    private void wholeOrNot(Waiting one, RosterFile file) {
        database.runJob(tx -> forget(tx, one, file));
        if (!check(one, file)) {
            return;
        }
        try {
            database.runJob(tx -> {
                var accepted = writeAll(tx, one, file);
                tx.createUpdate(
                                "update roster_files set accepted = :accepted where import_id = :import and name = :name")
                        .bind("accepted", accepted)
                        .bind("import", one.id())
                        .bind("name", file.fileName())
                        .execute();
            });
            end(one, file, "read", null);
        } catch (TakenBack e) {
            database.runJob(tx -> {
                note(tx, one, file, e.problems);
                tx.createUpdate("update roster_files set refused = read where import_id = :import and name = :name")
                        .bind("import", one.id())
                        .bind("name", file.fileName())
                        .execute();
            });
            end(one, file, "refused", "Lines refer to what is not there; nothing of this file was taken over.");
        }
    }

    /** True when every line can be read; otherwise the file is refused with all its bad lines. */
    private boolean check(Waiting one, RosterFile file) {
        switch (RosterReader.open(file, content(one, file))) {
            case Refused(var reason) -> {
                end(one, file, "refused", reason);
                return false;
            }
            case Opened(var reader) -> {
                try (reader) {
                    var isGood = true;
                    for (var lines = reader.next(BATCH); lines.lines() > 0; lines = reader.next(BATCH)) {
                        var batch = lines;
                        isGood &= batch.problems().isEmpty();
                        database.runJob(tx -> {
                            note(tx, one, file, batch.problems());
                            tx.createUpdate("""
                                            update roster_files set read = read + :lines, lines = lines + :lines
                                             where import_id = :import and name = :name
                                            """)
                                    .bind("lines", batch.lines())
                                    .bind("import", one.id())
                                    .bind("name", file.fileName())
                                    .execute();
                        });
                    }
                    if (!isGood) {
                        database.runJob(tx -> tx.createUpdate(
                                        "update roster_files set refused = read where import_id = :import and name = :name")
                                .bind("import", one.id())
                                .bind("name", file.fileName())
                                .execute());
                        end(one, file, "refused", "Some lines are wrong; nothing of this file was taken over.");
                    }
                    return isGood;
                }
            }
        }
    }

    private long writeAll(Handle tx, Waiting one, RosterFile file) {
        try (var reader = ((Opened) RosterReader.open(file, content(tx, one, file))).reader()) {
            var accepted = 0L;
            for (var lines = reader.next(BATCH); lines.lines() > 0; lines = reader.next(BATCH)) {
                var refused = writes.write(tx, file, one.source(), one.timeZone(), lines.rows());
                if (!refused.isEmpty()) {
                    throw new TakenBack(refused);
                }
                accepted += lines.rows().size();
            }
            return accepted;
        }
    }

    private static void note(Handle tx, Waiting one, RosterFile file, List<LineProblem> problems) {
        tx.createUpdate("""
                        insert into roster_errors (import_id, name, line, id, field, reason)
                        select :import, :name, line, id, field, reason
                          from unnest(:lines::bigint[], :ids::text[], :fields::text[], :reasons::text[])
                               as g (line, id, field, reason)
                            on conflict do nothing
                        """)
                .bind("import", one.id())
                .bind("name", file.fileName())
                .bindArray("lines", Long.class, Columns.of(problems, LineProblem::line))
                .bindArray("ids", String.class, Columns.of(problems, LineProblem::id))
                .bindArray("fields", String.class, Columns.of(problems, LineProblem::field))
                .bindArray("reasons", String.class, Columns.of(problems, LineProblem::reason))
                .execute();
    }

    private static void advance(Handle tx, Waiting one, RosterFile file, int lines, int accepted) {
        tx.createUpdate("""
                        update roster_files
                           set read = read + :lines, lines = lines + :lines, accepted = accepted + :accepted,
                               refused = refused + :lines - :accepted
                         where import_id = :import and name = :name
                        """)
                .bind("lines", lines)
                .bind("accepted", accepted)
                .bind("import", one.id())
                .bind("name", file.fileName())
                .execute();
    }

    /** Whoever was killed while checking starts over. */
    private static void forget(Handle tx, Waiting one, RosterFile file) {
        tx.createUpdate("delete from roster_errors where import_id = :import and name = :name")
                .bind("import", one.id())
                .bind("name", file.fileName())
                .execute();
        tx.createUpdate("update roster_files set read = 0, lines = 0 where import_id = :import and name = :name")
                .bind("import", one.id())
                .bind("name", file.fileName())
                .execute();
    }

    private void end(Waiting one, RosterFile file, String status, @Nullable String problem) {
        database.runJob(tx -> tx.createUpdate("""
                        update roster_files set status = :status, problem = :problem
                         where import_id = :import and name = :name
                        """)
                .bind("status", status)
                .bind("problem", problem)
                .bind("import", one.id())
                .bind("name", file.fileName())
                .execute());
    }

    /** What was sent is no longer needed, and is full of people. */
    private void finish(Waiting one) {
        database.runJob(tx -> {
            tx.createUpdate("update roster_imports set status = 'finished' where id = :id")
                    .bind("id", one.id())
                    .execute();
            tx.createUpdate("delete from roster_parts where import_id = :id")
                    .bind("id", one.id())
                    .execute();
        });
    }

    private InputStream content(Waiting one, RosterFile file) {
        return database.asJob(tx -> content(tx, one, file));
    }

    private static InputStream content(Handle tx, Waiting one, RosterFile file) {
        var parts = tx.createQuery("""
                        select content from roster_parts where import_id = :import and name = :name order by part
                        """)
                .bind("import", one.id())
                .bind("name", file.fileName())
                .map((row, context) -> (InputStream) new ByteArrayInputStream(row.getBytes("content")))
                .list();
        return new SequenceInputStream(Collections.enumeration(parts));
    }
}
