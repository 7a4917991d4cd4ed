package dev.trellis.operations.web;

import dev.trellis.events.Deliveries.HandlerDescription;
import dev.trellis.events.DeliveryLog.Backlog;
import dev.trellis.events.EventHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every handler of this server, and those it does not know but for which deliveries wait. */
public record HandlerOverview(List<HandlerState> items) {
    /**
     * A handler and its backlog.
     *
     * @param event the type it listens to; absent when this server has no such handler
     * @param oldest when the oldest delivery that is not done was made
     */
    public record HandlerState(
            String name,
            @Nullable String event,
            EventHandler.@Nullable Timing timing,
            long pending,
            long parked,
            @Nullable Instant oldest) {}

    static HandlerOverview of(List<HandlerDescription> handlers, List<Backlog> backlogs) {
        Map<String, Backlog> waiting = backlogs.stream()
                .collect(Collectors.toMap(Backlog::handler, Function.identity(), (one, other) -> one, TreeMap::new));
        var items = new ArrayList<HandlerState>();
        for (var handler : handlers) {
            var backlog = waiting.remove(handler.name());
            items.add(new HandlerState(
                    handler.name(),
                    handler.event(),
                    handler.timing(),
                    backlog == null ? 0 : backlog.pending(),
                    backlog == null ? 0 : backlog.parked(),
                    backlog == null ? null : backlog.oldest()));
        }
        waiting.forEach((name, backlog) ->
                items.add(new HandlerState(name, null, null, backlog.pending(), backlog.parked(), backlog.oldest())));
        return new HandlerOverview(List.copyOf(items));
    }
}
