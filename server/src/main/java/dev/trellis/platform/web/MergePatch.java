package dev.trellis.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;

/**
 * JSON merge patch (RFC 7396): a field that is absent stays, a field that is null goes, any other replaces. The result
 * is checked like a whole body would be.
 */
@ApplicationScoped
public class MergePatch {
    private final ObjectMapper mapper;
    private final Validator validator;

    public MergePatch(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /** The current value with the changes; a problem that names the field when the result is not valid. */
    public <T> T apply(T current, ObjectNode changes, Class<T> type) {
        ObjectNode merged = mapper.valueToTree(current);
        merge(merged, changes);
        try {
            var changed = mapper.treeToValue(merged, type);
            var violations = validator.validate(changed);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return changed;
        } catch (JsonProcessingException e) {
            throw new BadRequestException(e);
        }
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(change -> {
            var value = change.getValue();
            if (value.isNull()) {
                target.remove(change.getKey());
            } else if (value instanceof ObjectNode nested && target.get(change.getKey()) instanceof ObjectNode old) {
                merge(old, nested);
            } else {
                target.set(change.getKey(), value);
            }
        });
    }
}
