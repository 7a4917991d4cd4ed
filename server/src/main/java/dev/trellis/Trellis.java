package dev.trellis;

import dev.trellis.platform.postgres.EmbeddedDatabase;
import dev.trellis.platform.postgres.OwnerAccess;
import dev.trellis.platform.postgres.Schema;
import dev.trellis.platform.postgres.StartUpException;
import dev.trellis.platform.postgres.WorkingRoles;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts the database, brings its schema up to date, then starts the server on it; stops them in reverse order. */
@QuarkusMain
public final class Trellis {
    private static final long SHUTDOWN_PATIENCE_SECONDS = 40;

    private Trellis() {}

    /** Exits with 0 after a clean stop, with 1 and one clear sentence when the server cannot start. */
    public static void main(String... arguments) {
        try {
            run(arguments);
        } catch (StartUpException e) {
            System.err.println("trellis: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String... arguments) {
        refuseTakenPort(setting("TRELLIS_HOST", "127.0.0.1"), setting("TRELLIS_PORT", "8080"));
        var external = System.getenv("TRELLIS_DATABASE_URL");
        if (external != null && !external.isBlank()) {
            serve(OwnerAccess.parse(external), arguments);
            return;
        }
        var database = EmbeddedDatabase.start(Path.of(setting("TRELLIS_HOME", ".trellis")));
        var served = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, served), "database-shutdown"));
        try {
            // The lock on its folder means that no other server works on an embedded database.
            System.setProperty("trellis.only-node", "true");
            serve(database.owner(), arguments);
        } finally {
            served.countDown();
        }
    }

    /** Looked at first: nobody should wait for a database only to hear that the port is taken. */
    private static void refuseTakenPort(String host, String port) {
        try (var socket = new ServerSocket()) {
            // As the server itself does: a port that only an earlier run's connections linger on is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, Integer.parseInt(port)));
        } catch (IOException e) {
            throw new StartUpException(
                    "Port " + port + " on " + host
                            + " is in use. Stop what uses it, or choose another with TRELLIS_PORT.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new StartUpException("TRELLIS_PORT must be a number between 0 and 65535, not \"" + port + "\".", e);
        }
    }

    private static void serve(OwnerAccess owner, String... arguments) {
        Schema.bringUpToDate(owner, ReferenceTables.all());
        DatabaseProperties.publish(owner, new WorkingRoles(owner));
        // They wait for nothing but work: more of them than processors only get in each other's way.
        System.setProperty(
                "quarkus.vertx.event-loops-pool-size",
                setting(
                        "QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE",
                        Integer.toString(Runtime.getRuntime().availableProcessors())));
        Quarkus.run(null, Trellis::exit, arguments);
    }

    /** Ctrl-C runs all shutdown hooks at once: the database waits until the server no longer needs it. */
    private static void stop(EmbeddedDatabase database, CountDownLatch served) {
        try {
            if (!served.await(SHUTDOWN_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("trellis: the server did not stop in time; stopping its database now.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }

    private static void exit(int code, @Nullable Throwable failure) {
        if (failure != null) {
            System.err.println(
                    "trellis: the server did not start: " + rootOf(failure).getMessage());
        }
        if (code != 0) {
            // From another thread: this one must first run to its end, so that the database stops after the server.
            Thread.ofPlatform().daemon().start(() -> System.exit(code));
        }
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String setting(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
