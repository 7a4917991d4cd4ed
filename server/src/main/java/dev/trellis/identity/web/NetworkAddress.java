package dev.trellis.identity.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Where a request comes from, for throttling only; never stored. */
@ApplicationScoped
class NetworkAddress {
    private final CurrentVertxRequest current;

    NetworkAddress(CurrentVertxRequest current) {
        this.current = current;
    }

    String ofCaller() {
        return current.getCurrent().request().remoteAddress().hostAddress();
    }
}
