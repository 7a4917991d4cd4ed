package dev.trellis.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The engine's main process. When the server is killed outright, it is left running and must be stopped first. */
final class Postmaster {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Postmaster() {}

    /** Stops a postmaster that still serves this folder; there can be no other server, the folder's lock is ours. */
    static void stopLeftOver(DataFolder files) throws IOException {
        var process = running(files);
        if (process.isEmpty()) {
            return;
        }
        // SIGINT is PostgreSQL's fast shutdown: it ends sessions, keeps every committed transaction, closes cleanly.
        new ProcessBuilder("kill", "-INT", Long.toString(process.get().pid()))
                .inheritIO()
                .start();
        if (!ended(process.get())) {
            throw new StartUpException("A PostgreSQL left over from an earlier run (process "
                    + process.get().pid() + ") does not stop. End it, then start again.");
        }
    }

    private static Optional<ProcessHandle> running(DataFolder files) throws IOException {
        var file = files.data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        // A number may have been given to another program since: only a postgres is ours to stop.
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }
}
