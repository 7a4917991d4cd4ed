package dev.trellis.platform.web.pages;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/**
 * Forms that a script sends while the page stays: the answer is a part of the page. The same address answers the form
 * without scripts with a page.
 */
@ApplicationScoped
public class LiveForms {
    private static final int UNPROCESSABLE = 422;

    private final CurrentVertxRequest current;

    public LiveForms(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Whether a script asks. */
    public boolean asked() {
        return current.getCurrent().request().getHeader("HX-Request") != null;
    }

    /** Leads the whole page elsewhere. */
    public Response leading(String address) {
        return Response.noContent().header("HX-Redirect", address).build();
    }

    /** The answer; when it is the form again, with what is wrong, it takes the place of the whole part of the page. */
    public Response answered(Response response, String part) {
        return response.getStatus() == UNPROCESSABLE
                ? Response.fromResponse(response)
                        .header("HX-Retarget", part)
                        .header("HX-Reswap", "outerHTML")
                        .build()
                : response;
    }
}
