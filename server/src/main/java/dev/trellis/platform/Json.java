package dev.trellis.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** JSON for the database's {@code jsonb} columns, with the same names and rules as the HTTP API. */
@ApplicationScoped
public class Json {
    private final ObjectMapper mapper;

    public Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The value as JSON text. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not expressible as JSON: " + value.getClass(), e);
        }
    }

    /** The value that {@link #write} wrote; fields that a newer version of the server added are passed over. */
    public <T> T read(String json, Class<T> type) {
        return read(json, mapper.constructType(type));
    }

    /** As {@link #read(String, Class)}, for generic types. */
    public <T> T read(String json, TypeReference<T> type) {
        return read(json, mapper.constructType(type.getType()));
    }

    private <T> T read(String json, JavaType type) {
        try {
            return mapper.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is not a " + type, e);
        }
    }
}
