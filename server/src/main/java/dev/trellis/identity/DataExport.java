package dev.trellis.identity;

import dev.trellis.identity.PersonTables.PersonTable;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Json;
import dev.trellis.platform.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * Everything a person has here, as one archive: for each table with rows of theirs a JSON and a CSV file. Written
 * while it is read, so that its size costs no memory, and read as the person, under row-level security.
 */
@ApplicationScoped
public class DataExport {
    private static final int ROWS_AT_ONCE = 500;
    private static final String README = """
            Everything this server keeps about you.

            data/<table>.json   your rows of that table, as a JSON array
            data/<table>.csv    the same rows for a spreadsheet (UTF-8, comma-separated, first line holds the names)
            manifest.json       which tables are here, and how many rows each has

            A table without rows of yours has no file. Left out are only hashes of passwords and tokens: they are
            secrets, and tell nothing about you. Moments are written with their offset; a day is the day it was
            where you were.
            """;

    private final Database database;
    private final PersonTables tables;
    private final Json json;
    private final InstantSource clock;

    DataExport(Database database, PersonTables tables, Json json, InstantSource clock) {
        this.database = database;
        this.tables = tables;
        this.json = json;
        this.clock = clock;
    }

    /** What the archive holds, for whoever reads it by program. */
    record Manifest(int formatVersion, Instant exportedAt, List<ExportedTable> tables) {}

    /** One table of the archive. */
    record ExportedTable(String table, long rows, List<String> files) {}

    /** Writes the archive of the person who acts. */
    public void write(Actor actor, OutputStream out) {
        database.run(actor, tx -> {
            try (var zip = new ZipOutputStream(new KeptOpen(out), StandardCharsets.UTF_8)) {
                text(zip, "README.txt", README);
                var exported = new ArrayList<ExportedTable>();
                for (var table : tables.all(tx)) {
                    var rows = json(tx, zip, table);
                    if (rows > 0) {
                        csv(tx, zip, table);
                        exported.add(new ExportedTable(
                                table.file(), rows, List.of(file(table, "json"), file(table, "csv"))));
                    }
                }
                text(zip, "manifest.json", json.write(new Manifest(1, clock.instant(), exported)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Returns how many rows there were; the file is begun by the first. */
    private static long json(Handle tx, ZipOutputStream zip, PersonTable table) throws IOException {
        try (var rows = tx.createQuery("select row_to_json(own)::text from (" + table.ownRows() + ") as own")
                .setFetchSize(ROWS_AT_ONCE)
                .mapTo(String.class)
                .iterator()) {
            var count = 0L;
            while (rows.hasNext()) {
                if (count == 0) {
                    zip.putNextEntry(new ZipEntry(file(table, "json")));
                }
                zip.write(((count == 0 ? "[\n" : ",\n") + rows.next()).getBytes(StandardCharsets.UTF_8));
                count++;
            }
            if (count > 0) {
                zip.write("\n]\n".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            return count;
        }
    }

    private static void csv(Handle tx, ZipOutputStream zip, PersonTable table) throws IOException {
        zip.putNextEntry(new ZipEntry(file(table, "csv")));
        try {
            Together.connection(tx)
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + table.ownRows() + ") to stdout with (format csv, header)", zip);
        } catch (SQLException e) {
            throw new IOException("copying " + table.name(), e);
        }
        zip.closeEntry();
    }

    private static void text(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String file(PersonTable table, String extension) {
        return "data/" + table.file() + "." + extension;
    }

    /** The response's stream is closed by whoever opened it. */
    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
