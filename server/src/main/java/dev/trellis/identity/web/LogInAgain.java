package dev.trellis.identity.web;

import dev.trellis.identity.web.LogInPages.KeptForm;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.PageWriter;
import dev.trellis.platform.web.pages.SessionEnded;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A log-in ended before the form came: whoever sent it is asked to log in again, and what they typed waits. */
public class LogInAgain {
    @ServerExceptionMapper
    public Response ended(SessionEnded ended, UriInfo at) {
        var kept = KeptForm.of(at.getRequestUri().getRawPath(), ended.form());
        return Response.status(Response.Status.UNAUTHORIZED)
                .entity(LogInPages.Templates.logIn(Form.empty(), kept))
                .type(PageWriter.HTML)
                .build();
    }
}
