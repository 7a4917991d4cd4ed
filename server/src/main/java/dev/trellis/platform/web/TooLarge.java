package dev.trellis.platform.web;

import dev.trellis.platform.Json;
import dev.trellis.platform.Problem;
import dev.trellis.platform.ProblemType;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that announces more than the server takes, as a problem; the framework would close without a word. Files
 * may be as large as the framework lets anything be; whatever else is sent has a narrower limit.
 */
@ApplicationScoped
class TooLarge {
    /** Before the framework's own check. */
    private static final int EARLY = 1000;
    /** After the framework has set its own limit for bodies that announce no size, which is that of files. */
    private static final int LATE = 1;

    private static final long USUAL = 1024 * 1024;

    private final Json json;
    private final long ofFiles;

    TooLarge(Json json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize ofFiles) {
        this.json = json;
        this.ofFiles = ofFiles.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
        filters.register(this::limit, LATE);
    }

    private void limit(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limitOf(context));
        context.next();
    }

    private long limitOf(RoutingContext context) {
        return MediaTypes.isFile(context.request().getHeader(HttpHeaders.CONTENT_TYPE)) ? ofFiles : USUAL;
    }

    private void check(RoutingContext context) {
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        var limit = limitOf(context);
        if (announced == null || !isMore(announced, limit)) {
            context.next();
            return;
        }
        var problem = Problem.of(ProblemType.TOO_LARGE, "The body may have " + limit + " bytes.", List.of());
        var response = context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE);
        if (context.request().version() != HttpVersion.HTTP_2) {
            // What remains of the body is not read, so nothing more can be said on this connection. HTTP/2 has streams
            // for that, and forbids the header.
            response.putHeader("Connection", "close");
        }
        response.end(json.write(problem));
    }

    private static boolean isMore(String announced, long limit) {
        try {
            return Long.parseLong(announced) > limit;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
