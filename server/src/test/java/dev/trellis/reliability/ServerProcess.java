package dev.trellis.reliability;

import dev.trellis.testing.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The packaged server as a process of its own, with its embedded database in a folder. */
final class ServerProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path home;
    private final URI address;

    private ServerProcess(Process process, Path home, URI address) {
        this.process = process;
        this.home = home;
        this.address = address;
    }

    /** Starts it on this folder and waits until it is ready. */
    static ServerProcess start(Path home) {
        try {
            var port = freePort();
            var builder = new ProcessBuilder(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-Xmx256m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-jar",
                    Path.of("target/quarkus-app/quarkus-run.jar")
                            .toAbsolutePath()
                            .toString());
            builder.environment().put("TRELLIS_HOME", home.toString());
            builder.environment().put("TRELLIS_PORT", Integer.toString(port));
            builder.environment().remove("TRELLIS_DATABASE_URL");
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("server.log").toFile()));
            var server = new ServerProcess(builder.start(), home, URI.create("http://localhost:" + port));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Api api() {
        return Api.at(address);
    }

    /** SIGKILL: no hook runs, nothing is tidied up, the database is left behind running. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGTERM: everything stops in order. */
    int stop() {
        process.destroy();
        await();
        return process.exitValue();
    }

    /** A connection to its database that sees everybody's rows. */
    Connection database() throws SQLException {
        try {
            var postmaster = Files.readAllLines(home.resolve("postgres/postmaster.pid"));
            var password = Files.readString(home.resolve("postgres.password")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://localhost:" + postmaster.get(3).strip() + "/trellis", "postgres", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has written to its log. */
    String log() {
        try {
            return Files.readString(home.resolve("server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        var deadline = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new AssertionError("the server did not start:\n" + log());
            }
            pause();
        }
    }

    private boolean isReady() {
        try {
            return api().get("/health/ready").status() == 200;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ConnectException || e.getCause() instanceof IOException) {
                return false;
            }
            throw e;
        }
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Between two looks at something that another process does. */
    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
