package dev.trellis.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/** Gives every read of JSON or of a calendar a strong {@code ETag} of its bytes, and answers 304 when the caller has those bytes already. */
@Provider
public class ConditionalReads implements ContainerResponseFilter {
    private static final MediaType CALENDAR = new MediaType("text", "calendar");

    private final ObjectMapper mapper;

    public ConditionalReads(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals("GET") || response.getStatus() != 200 || !isTagged(response)) {
            return;
        }
        var entity = asItIsSent(response.getEntity());
        var tag = tag(view(entity));
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.ETAG, tag);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(entity, null, response.getMediaType());
        }
    }

    /** The tag that {@code GET} would give this value; for {@code If-Match} on the write beside it. */
    public String tagOf(Object entity) {
        return tag(view(asItIsSent(entity)));
    }

    /** Refuses a write when {@code If-Match} is given and names another version than this current one. */
    public void requireMatch(@Nullable String ifMatch, Object current) {
        if (ifMatch != null && !matches(ifMatch, tagOf(current))) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "It has changed since you read it. Read it again and decide anew.");
        }
    }

    static boolean matches(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(candidate -> candidate.strip().replaceFirst("^W/", ""))
                        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
    }

    private static boolean isTagged(ContainerResponseContext response) {
        var type = response.getMediaType();
        return response.getEntity() != null
                && type != null
                && (type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(CALENDAR));
    }

    /** Bytes, or a buffer of them. */
    private Object asItIsSent(Object entity) {
        try {
            return switch (entity) {
                case String text -> text.getBytes(StandardCharsets.UTF_8);
                case byte[] raw -> raw;
                case Buffer buffer -> buffer;
                default -> mapper.writeValueAsBytes(entity);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not expressible as JSON: " + entity.getClass(), e);
        }
    }

    private static ByteBuffer view(Object sent) {
        return sent instanceof Buffer buffer ? buffer.getByteBuf().nioBuffer() : ByteBuffer.wrap((byte[]) sent);
    }

    /**
     * Two checksums of 32 bits with different polynomials, together as good as one of 64. A tag only tells the versions of
     * something its reader may see anyway, so nobody gains by forging one; a cryptographic digest of a week of the calendar
     * took as long as a tenth of its request.
     */
    private static String tag(ByteBuffer bytes) {
        var both = (checksum(new CRC32C(), bytes) << Integer.SIZE) | checksum(new CRC32(), bytes);
        return '"' + HexFormat.of().toHexDigits(both) + '"';
    }

    private static long checksum(Checksum checksum, ByteBuffer bytes) {
        checksum.update(bytes.duplicate());
        return checksum.getValue();
    }
}
