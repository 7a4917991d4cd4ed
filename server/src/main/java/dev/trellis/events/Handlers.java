package dev.trellis.events;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every handler of the server, by name and by event. Two of one name are a mistake and stop the start. */
@ApplicationScoped
class Handlers {
    private final Map<String, EventHandler<?>> byName;

    Handlers(@All List<EventHandler<?>> all) {
        this.byName = all.stream().collect(Collectors.toUnmodifiableMap(EventHandler::name, Function.identity()));
    }

    /** Those that listen to this type of event, in the order of their names, the same on every node. */
    List<EventHandler<?>> of(Class<?> event) {
        return byName.values().stream()
                .filter(handler -> handler.event().equals(event))
                .sorted(Comparator.comparing(EventHandler::name))
                .toList();
    }

    Optional<EventHandler<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<EventHandler<?>> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(EventHandler::name))
                .toList();
    }

    static String typeOf(Class<?> event) {
        var type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event + " needs an @EventType");
        }
        return type.value();
    }
}
