package dev.trellis.platform.web.pages;

import dev.trellis.platform.Problem;
import dev.trellis.platform.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Below {@code /app} a refusal is a page that says what happened and where to go on, not a JSON object. */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class ProblemsAsPages implements ContainerResponseFilter {
    private static final MediaType HTML = MediaType.valueOf(PageWriter.HTML);

    @CheckedTemplate(basePath = "pages")
    static class Templates {
        static native TemplateInstance problem(Problem problem);

        static native TemplateInstance problemToast(Problem problem);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Problem problem)
                || !Pages.isPage(request.getUriInfo().getPath())) {
            return;
        }
        var headers = response.getHeaders();
        headers.remove("WWW-Authenticate");
        if (request.getHeaderString("HX-Request") == null) {
            response.setEntity(Templates.problem(problem), null, HTML);
        } else {
            // A part of a page asked: what is there stays, and the refusal is told beside it.
            headers.putSingle("HX-Retarget", "#toasts");
            headers.putSingle("HX-Reswap", "beforeend");
            response.setEntity(Templates.problemToast(problem), null, HTML);
        }
    }
}
