package dev.trellis.platform.web.pages;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads forms that carry files, as {@link FormReader} reads the others; the server's limit of a body is theirs too. */
@Provider
@Consumes(MediaType.MULTIPART_FORM_DATA)
public class UploadReader implements MessageBodyReader<Form> {
    private final OwnForms own;

    public UploadReader(OwnForms own) {
        this.own = own;
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
        var content = Unpooled.wrappedBuffer(body.readAllBytes());
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", content);
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, headers.getFirst("Content-Type"));
        return own.accepted(read(request));
    }

    private static Form read(DefaultFullHttpRequest request) throws IOException {
        var values = new LinkedHashMap<String, List<String>>();
        var files = new ArrayList<UploadedFile>();
        // In memory, not in files of this machine: what is sent here is full of people.
        var inMemory = new DefaultHttpDataFactory(false, StandardCharsets.UTF_8);
        HttpPostRequestDecoder decoder = null;
        try {
            decoder = new HttpPostRequestDecoder(inMemory, request, StandardCharsets.UTF_8);
            for (var part : decoder.getBodyHttpDatas()) {
                if (part instanceof FileUpload file) {
                    if (!file.getFilename().isEmpty()) {
                        files.add(new UploadedFile(file.getName(), file.getFilename(), file.get()));
                    }
                } else if (part instanceof Attribute attribute) {
                    values.computeIfAbsent(attribute.getName(), name -> new ArrayList<>())
                            .add(attribute.getValue());
                }
            }
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException
                | HttpPostRequestDecoder.TooManyFormFieldsException e) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The form is not encoded as forms are.");
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
        return new Form(values, files);
    }
}
