package dev.trellis.platform.web;

import dev.trellis.platform.Json;
import dev.trellis.platform.Problem;
import dev.trellis.platform.ProblemType;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that announces more than the server takes, as a problem; the framework would close without a word. */
@ApplicationScoped
class TooLarge {
    /** Before the framework's own check. */
    private static final int EARLY = 1000;

    private final Json json;
    private final long limit;

    TooLarge(Json json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.json = json;
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext context) {
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || !isTooMuch(announced)) {
            context.next();
            return;
        }
        var problem = Problem.of(ProblemType.TOO_LARGE, "The body may have " + limit + " bytes.", List.of());
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                // What remains of the body is not read, so nothing more can be said on this connection.
                .putHeader("Connection", "close")
                .end(json.write(problem));
    }

    private boolean isTooMuch(String announced) {
        try {
            return Long.parseLong(announced) > limit;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
