package dev.trellis.bench.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The smallest server of the same framework, on the same database, with the same flags. */
public final class BareServer implements AutoCloseable {
    private static final Path JAR = Path.of("bench/bare-server/target/quarkus-app/quarkus-run.jar");

    private final JavaProgram program;
    private final int port;
    private final double secondsToStart;

    private BareServer(JavaProgram program, int port, double secondsToStart) {
        this.program = program;
        this.port = port;
        this.secondsToStart = secondsToStart;
    }

    /** Starts it and waits until it answers what is at this path. */
    public static BareServer start(Path home, Postgres database, String path) throws IOException, InterruptedException {
        var port = TrellisServer.freePort();
        var settings = Map.of(
                "BARE_PORT", Integer.toString(port),
                "BARE_JDBC_URL", database.urlAs(Postgres.APP),
                "BARE_USER", Postgres.SUPERUSER,
                "BARE_PASSWORD", database.password());
        // Its start is a yardstick as it comes; the cache of a rehearsed start is the product's own.
        var flags = TrellisServer.launcherFlags().stream()
                .filter(flag -> !flag.startsWith("-XX:AOTCache"))
                .toList();
        var program = JavaProgram.start(JAR, flags, settings, port, home.resolve("bare-server.log"));
        try {
            return new BareServer(program, port, program.awaitAnswer(path));
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    /** The address of a period. */
    public static String path(UUID user, UUID period) {
        return "/people/" + user + "/intervention-periods/" + period;
    }

    /** The address of days of somebody's calendar. */
    public static String calendar(UUID user, LocalDate from, LocalDate to) {
        return "/people/" + user + "/calendar?from=" + from + "&to=" + to;
    }

    /** Where it listens on loopback. */
    public int port() {
        return port;
    }

    /** From the start of its process to its first good answer. */
    public double secondsToStart() {
        return secondsToStart;
    }

    /** Resident memory now, in MiB. */
    public double residentMib() throws IOException {
        return program.memoryMib("VmRSS");
    }

    @Override
    public void close() {
        program.close();
    }
}
