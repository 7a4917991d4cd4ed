package dev.trellis.bench.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The real server, as the launcher starts it, in a data folder and on a port of its own. */
public final class TrellisServer implements AutoCloseable {
    private static final Path JAR = Path.of("server/target/quarkus-app/quarkus-run.jar");
    private static final String READY = "/health/ready";

    private final JavaProgram program;
    private final int port;
    private final double secondsToStart;

    private TrellisServer(JavaProgram program, int port, double secondsToStart) {
        this.program = program;
        this.port = port;
        this.secondsToStart = secondsToStart;
    }

    /** Starts it in this folder, which is filled when it is empty, and waits until it is ready. */
    public static TrellisServer start(Path home) throws IOException, InterruptedException {
        var port = freePort();
        var settings = Map.of(
                "TRELLIS_HOME",
                home.toString(),
                "TRELLIS_PORT",
                Integer.toString(port),
                "TRELLIS_RATE_LIMIT",
                "100000000",
                "TRELLIS_DATABASE_URL",
                "");
        var program = JavaProgram.start(JAR, launcherFlags(), settings, port, home.resolve("server.log"));
        try {
            return new TrellisServer(program, port, program.awaitAnswer(READY));
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    /** The launcher knows the flags of the JVM; they are written in one place only. */
    static List<String> launcherFlags() {
        var flags = System.getenv("TRELLIS_JVM_FLAGS");
        return flags == null || flags.isBlank()
                ? List.of()
                : Arrays.asList(flags.strip().split("\\s+"));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where it listens on loopback. */
    public int port() {
        return port;
    }

    /** From the start of its process to its first good answer. */
    public double secondsToStart() {
        return secondsToStart;
    }

    /** Resident memory now, in MiB; the database is another process. */
    public double residentMib() throws IOException {
        return program.memoryMib("VmRSS");
    }

    /** The most resident memory since its start, in MiB. */
    public double peakResidentMib() throws IOException {
        return program.memoryMib("VmHWM");
    }

    @Override
    public void close() {
        program.close();
    }
}
