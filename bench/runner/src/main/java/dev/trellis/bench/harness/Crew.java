package dev.trellis.bench.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** So many callers, each with a connection of its own, each waiting for its answer before it asks again. */
public final class Crew<C extends AutoCloseable> implements AutoCloseable {
    private final List<C> connections;

    private Crew(List<C> connections) {
        this.connections = connections;
    }

    /** Opens a caller's connection. */
    @FunctionalInterface
    public interface Opening<C> {
        /** A new one. */
        C open() throws Exception;
    }

    /** One operation. */
    @FunctionalInterface
    public interface Task<C> {
        /** Does it; its number runs from 0 and is given out once. */
        void perform(C connection, int operation) throws Exception;
    }

    /** Opens all connections, which then stay open. */
    public static <C extends AutoCloseable> Crew<C> of(int callers, Opening<C> opening) throws Exception {
        var connections = new ArrayList<C>(callers);
        for (var caller = 0; caller < callers; caller++) {
            connections.add(opening.open());
        }
        return new Crew<>(List.copyOf(connections));
    }

    /** Shares so many operations out; each caller takes the next as soon as it is free. */
    public Load perform(int operations, Task<C> task) throws Exception {
        var nanos = new long[operations];
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(connections.size())) {
            var callers = connections.stream()
                    .map(connection -> Executors.callable(() -> drive(connection, task, next, nanos)))
                    .toList();
            var began = System.nanoTime();
            for (var done : threads.invokeAll(List.<Callable<Object>>copyOf(callers))) {
                done.get();
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            Arrays.sort(nanos);
            return new Load(seconds, nanos);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an operation failed: " + e.getCause(), e);
        }
    }

    private static <C> void drive(C connection, Task<C> task, AtomicInteger next, long[] nanos) {
        for (var operation = next.getAndIncrement(); operation < nanos.length; operation = next.getAndIncrement()) {
            var began = System.nanoTime();
            try {
                task.perform(connection, operation);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            nanos[operation] = System.nanoTime() - began;
        }
    }

    @Override
    public void close() throws Exception {
        for (var connection : connections) {
            connection.close();
        }
    }
}
