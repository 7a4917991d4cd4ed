package dev.trellis.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets a write without a body come without a media type, as clients send it: where the body is optional, a missing one
 * is no reason for a 415.
 */
@Provider
@PreMatching
public class BodilessRequests implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null && hasNoBody(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static boolean hasNoBody(ContainerRequestContext request) {
        return request.getLength() <= 0 && request.getHeaderString("Transfer-Encoding") == null;
    }
}
