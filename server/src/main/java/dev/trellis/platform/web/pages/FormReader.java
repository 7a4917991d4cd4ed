package dev.trellis.platform.web.pages;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads forms, and only our own: a form without this browser's token never reaches an endpoint. A form that comes from
 * somebody whose log-in has ended meanwhile is not lost; they are asked to log in again and then to send it.
 */
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class FormReader implements MessageBodyReader<Form> {
    private static final int MOST_FIELDS = 500;

    private final Visit visit;
    private final Caller caller;

    public FormReader(Visit visit, Caller caller) {
        this.visit = visit;
        this.caller = caller;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Form.class;
    }

    @Override
    public Form readFrom(
            Class<Form> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var form = new Form(fields(new String(body.readAllBytes(), StandardCharsets.US_ASCII)));
        if (!visit.isOwnForm(form.value(Form.TOKEN))) {
            throw new ProblemException(
                    ProblemType.FORM_EXPIRED,
                    "This form is not one that the page in your browser may send now. Go back, reload the page, and send"
                            + " it again.");
        }
        if (caller.mustLogIn()) {
            throw new SessionEnded(form);
        }
        return form;
    }

    private static Map<String, List<String>> fields(String body) {
        var fields = new LinkedHashMap<String, List<String>>();
        var parts = body.split("&");
        if (parts.length > MOST_FIELDS) {
            throw new ProblemException(ProblemType.TOO_LARGE, "The form has too many fields.");
        }
        for (var part : parts) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(part.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(part.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The form is not encoded as forms are.");
        }
    }
}
