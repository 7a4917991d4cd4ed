package dev.trellis.bench.stage;

import dev.trellis.bench.harness.Narrator;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A running server in a data folder of its own, and the way into its database. The folder goes when the bench ends. */
public final class Stage implements AutoCloseable {
    private final Narrator narrator;
    private final boolean quick;
    private final Path home;
    private TrellisServer server;
    private Postgres database;

    private Stage(Narrator narrator, boolean quick, Path home) throws IOException, InterruptedException {
        this.narrator = narrator;
        this.quick = quick;
        this.home = home;
        this.server = TrellisServer.start(home);
        this.database = Postgres.in(home);
    }

    /** On the same disk as a real data folder: temporary folders are often in memory, where durability costs nothing. */
    public static Stage open(Narrator narrator, boolean quick) throws IOException, InterruptedException, SQLException {
        var parent = Path.of(".trellis").toAbsolutePath();
        Files.createDirectories(parent);
        var home = Files.createTempDirectory(parent, "bench");
        narrator.say("starting the server on a fresh data folder");
        var stage = new Stage(narrator, quick, home);
        stage.checkDurability();
        return stage;
    }

    private void checkDurability() throws SQLException {
        try (var connection = database.superuser();
                var statement = connection.createStatement()) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (var row = statement.executeQuery("show " + setting)) {
                    if (!row.next() || !row.getString(1).equals("on")) {
                        throw new IllegalStateException(setting + " is off; figures would flatter");
                    }
                }
            }
        }
    }

    /** Starts the server anew on the same data. */
    public TrellisServer restart() throws IOException, InterruptedException {
        stop();
        server = TrellisServer.start(home);
        database = Postgres.in(home);
        return server;
    }

    /** Stops the server and its database; the data stay. */
    public void stop() {
        server.close();
    }

    /** This size, or a tenth of it when the bench is to be quick. */
    public int size(int full) {
        return quick ? Math.max(1, full / 10) : full;
    }

    /** Where to tell what goes on. */
    public Narrator narrator() {
        return narrator;
    }

    /** The data folder. */
    public Path home() {
        return home;
    }

    /** The server as it runs now. */
    public TrellisServer server() {
        return server;
    }

    /** Its database. */
    public Postgres database() {
        return database;
    }

    /** Makes people with so many past periods each. */
    public Population people(int people, int pastPeriods) throws SQLException {
        narrator.say("making %,d people with %d past periods each", people, pastPeriods);
        var population = Population.make(database, people);
        population.live(pastPeriods);
        population.settle();
        return population;
    }

    @Override
    public void close() throws IOException {
        stop();
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
