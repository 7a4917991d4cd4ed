package dev.trellis.identity.web;

import dev.trellis.identity.Sessions;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Pages;
import dev.trellis.platform.web.pages.Form;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Getting out with a browser: the log-in ends on the server, and the browser forgets what it kept of this person. */
@Path("/app/logout")
@ForBrowsers
@RunOnVirtualThread
public class LogOutPages {
    static final String FORGET = "\"cache\", \"storage\"";

    private final Sessions sessions;
    private final BrowserEntrance entrance;
    private final Caller caller;

    LogOutPages(Sessions sessions, BrowserEntrance entrance, Caller caller) {
        this.sessions = sessions;
        this.entrance = entrance;
        this.caller = caller;
    }

    @POST
    public Response logOut(Form form) {
        // A second click finds the session gone, which is what it wanted.
        sessions.end(caller.actor(), caller.credentialId());
        entrance.letOut();
        return Response.seeOther(URI.create(Pages.LOG_IN))
                .header("Clear-Site-Data", FORGET)
                .build();
    }
}
