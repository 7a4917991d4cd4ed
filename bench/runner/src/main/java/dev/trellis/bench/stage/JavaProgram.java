package dev.trellis.bench.stage;

import dev.trellis.bench.harness.HttpConnection;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server program under measurement: started, asked until it answers, measured, stopped. */
final class JavaProgram implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final long STOP_PATIENCE_SECONDS = 60;
    private static final long BETWEEN_QUESTIONS_MILLIS = 5;
    private static final int OK = 200;

    private final Process process;
    private final long began;
    private final int port;
    private final Path log;

    private JavaProgram(Process process, long began, int port, Path log) {
        this.process = process;
        this.began = began;
        this.port = port;
        this.log = log;
    }

    /** Starts it; what it says goes to the log. */
    static JavaProgram start(Path jar, List<String> flags, Map<String, String> settings, int port, Path log)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-jar");
        command.add(jar.toString());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings);
        var began = System.nanoTime();
        return new JavaProgram(builder.start(), began, port, log);
    }

    /** Seconds from the start of the process to the first good answer to a GET of this path. */
    double awaitAnswer(String path) throws IOException, InterruptedException {
        while (true) {
            try (var connection = new HttpConnection(port)) {
                if (connection.exchange("GET", path, "", "").status() == OK) {
                    return (System.nanoTime() - began) / 1e9;
                }
            } catch (IOException e) {
                // not listening yet
            }
            if (!process.isAlive() || System.nanoTime() - began > START_PATIENCE.toNanos()) {
                throw new IOException("a server did not start; its log is " + log);
            }
            Thread.sleep(BETWEEN_QUESTIONS_MILLIS);
        }
    }

    /** A line of /proc/PID/status in MiB: {@code VmRSS}, {@code VmHWM}. */
    double memoryMib(String line) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(status -> status.startsWith(line + ":"))
                            .mapToLong(status -> Long.parseLong(status.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow(() -> new IOException("this system does not tell " + line))
                    / 1024.0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
