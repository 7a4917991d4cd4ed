package dev.trellis.platform.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** One line a request: which endpoint, how it ended, how long it took. No address, no parameters, no person. */
@Provider
@Priority(0)
public class RequestLog implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger("trellis.requests");
    private static final String STARTED = "trellis.started";
    private static final String ID = "trellis.request-id";
    private static final String HEADER = "X-Request-Id";

    private final ResourceInfo endpoint;

    public RequestLog(ResourceInfo endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var id = UUID.randomUUID().toString();
        request.setProperty(STARTED, System.nanoTime());
        request.setProperty(ID, id);
        MDC.put("request_id", id);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ID) instanceof String id) {
            response.getHeaders().putSingle(HEADER, id);
        }
        if (LOG.isDebugEnabled() && request.getProperty(STARTED) instanceof Long started) {
            var micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started);
            var method = endpoint.getResourceMethod();
            var name = method == null ? "-" : endpoint.getResourceClass().getSimpleName() + "." + method.getName();
            LOG.debugf("%s %s %d %dus", request.getMethod(), name, response.getStatus(), micros);
        }
        MDC.remove("request_id");
    }
}
