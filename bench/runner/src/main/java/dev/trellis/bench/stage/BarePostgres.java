package dev.trellis.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The same PostgreSQL binaries on the same data folder, started with nothing around them. */
public final class BarePostgres implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long BETWEEN_QUESTIONS_MILLIS = 2;

    private final Process process;
    private final Path control;
    private final Path data;
    private final double secondsToStart;

    private BarePostgres(Process process, Path control, Path data, double secondsToStart) {
        this.process = process;
        this.control = control;
        this.data = data;
        this.secondsToStart = secondsToStart;
    }

    /** Starts it in this folder and waits until somebody can log in. */
    public static BarePostgres start(Path home, int port, String password)
            throws IOException, InterruptedException, SQLException {
        var control = binary(home, "pg_ctl");
        var data = home.resolve("postgres");
        var began = System.nanoTime();
        var process = command(List.of(
                        binary(home, "postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=localhost",
                        "-c",
                        "shared_buffers=256MB"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("bare-postgres.log").toFile()))
                .start();
        var database = new Postgres(port, password);
        while (true) {
            try (var connection = database.superuser()) {
                var seconds = (System.nanoTime() - began) / 1e9;
                return new BarePostgres(process, control, data, seconds);
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() - began > PATIENCE_NANOS) {
                    throw e;
                }
                Thread.sleep(BETWEEN_QUESTIONS_MILLIS);
            }
        }
    }

    /** From the start of its process to the first log-in. */
    public double secondsToStart() {
        return secondsToStart;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        command(List.of(control.toString(), "-D", data.toString(), "-m", "fast", "-w", "stop"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        process.waitFor();
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
    private static ProcessBuilder command(List<String> arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    private static Path binary(Path home, String name) throws IOException {
        try (var files = Files.walk(home.resolve("binaries"))) {
            return files.filter(file -> file.endsWith(Path.of("bin", name)))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the embedded PostgreSQL has no " + name));
        }
    }
}
