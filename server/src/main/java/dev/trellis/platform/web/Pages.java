package dev.trellis.platform.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The addresses of the web app. */
public final class Pages {
    /** Where the web app lives. */
    public static final String ROOT = "/app";

    /** Where people log in. */
    public static final String LOG_IN = "/app/login";

    private Pages() {}

    /** Whether an address is a page's. */
    public static boolean isPage(String path) {
        var absolute = path.startsWith("/") ? path : "/" + path;
        return absolute.equals(ROOT) || absolute.startsWith(ROOT + "/");
    }

    /** Whether an answer is a page, or a part of one. */
    public static boolean isHtml(ContainerResponseContext response) {
        var type = response.getMediaType();
        return response.getEntity() instanceof TemplateInstance
                || (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE));
    }

    /** Where to log in, and to go on afterwards where one wanted to go. */
    public static URI logIn(String next) {
        return URI.create(LOG_IN + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    /** An address of this app that somebody handed to us, or the app's first page when it leads anywhere else. */
    public static URI within(@Nullable String next) {
        if (next == null
                || !next.matches("/app(/[A-Za-z0-9._~/-]*)?(\\?[A-Za-z0-9._~/%&=+-]*)?")
                || next.contains("//")) {
            return URI.create(ROOT);
        }
        return URI.create(next);
    }
}
