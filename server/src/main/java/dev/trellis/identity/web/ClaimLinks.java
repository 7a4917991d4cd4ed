package dev.trellis.identity.web;

import dev.trellis.identity.ClaimLink;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.pages.PageWriter;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Shows a link to an account that waits for its person. The answer is a page and not a redirect: the secret must not be in
 * an address of this server, a cookie or a table.
 */
@RequestScoped
public class ClaimLinks {
    private final UriInfo at;
    private final Optional<String> publicAddress;

    ClaimLinks(UriInfo at, @ConfigProperty(name = "trellis.public-address") Optional<String> publicAddress) {
        this.at = at;
        this.publicAddress = publicAddress;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance claimLink(String name, String link, Instant expiresAt, String back);
    }

    /** Shows a link that was just made; pressed again, another one takes its place. */
    public Response shown(ClaimLink link, String back) {
        var made = required(link);
        return Response.ok(Templates.claimLink(made.name(), address(made), made.expiresAt(), back))
                .type(PageWriter.HTML)
                .build();
    }

    private static ClaimLink.Made required(ClaimLink link) {
        return switch (link) {
            case ClaimLink.Made made -> made;
            case ClaimLink.HasLogIn() ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE, "Somebody can log in to this account already; it needs no link.");
            case ClaimLink.NoSuchAccount() -> throw ProblemException.notFound("person");
        };
    }

    private String address(ClaimLink.Made link) {
        var server = publicAddress.orElseGet(() -> at.getBaseUri().toString()).replaceFirst("/$", "");
        return server + ClaimPages.ADDRESS + "?token=" + link.token();
    }
}
