package dev.trellis.platform.web;

import dev.trellis.platform.Problem;
import dev.trellis.platform.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses headers that name no media type before the framework, or another filter, stumbles over them. */
@Provider
@PreMatching
@Priority(0)
public class MediaTypes implements ContainerRequestFilter {
    /** A track that a watch or a phone recorded. */
    public static final String GPX = "application/gpx+xml";

    /** A workout in Garmin's format. */
    public static final String TCX = "application/vnd.garmin.tcx+xml";

    private static final Set<String> FILES = Set.of(GPX, TCX, MediaType.APPLICATION_XML, MediaType.TEXT_XML);

    /** Whether a file is sent, which may be larger than other bodies. */
    static boolean isFile(@Nullable String contentType) {
        return contentType != null
                && FILES.contains(contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isMediaType(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            refuse(request, ProblemType.UNSUPPORTED_MEDIA_TYPE, "The Content-Type header names no media type.");
        } else if (!areMediaTypes(request.getHeaderString(HttpHeaders.ACCEPT))) {
            refuse(request, ProblemType.NOT_ACCEPTABLE, "The Accept header names no media type.");
        }
    }

    private static void refuse(ContainerRequestContext request, ProblemType type, String detail) {
        request.abortWith(Problems.response(Problem.of(type, detail, List.of())));
    }

    private static boolean isMediaType(@Nullable String header) {
        if (header == null) {
            return true;
        }
        try {
            var charset = MediaType.valueOf(header).getParameters().get(MediaType.CHARSET_PARAMETER);
            return charset == null || Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean areMediaTypes(@Nullable String header) {
        if (header == null) {
            return true;
        }
        for (var type : header.split(",", -1)) {
            try {
                MediaType.valueOf(type.strip());
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
        return true;
    }
}
