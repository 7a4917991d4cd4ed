package dev.trellis.operations.web;

import dev.trellis.platform.web.pages.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list is filtered by, as it was typed: for showing it again, and for the address of the next page. */
final class Filter {
    private final Form form = Form.empty();
    private final StringBuilder address;

    Filter(String page) {
        this.address = new StringBuilder(page);
    }

    /** The text, or nothing when none was typed. */
    @Nullable
    String text(String name, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var text = typed.strip();
        form.with(name, text);
        address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(text, StandardCharsets.UTF_8));
        return text;
    }

    /** The id, or nothing; an error beside the field when it is none. */
    @Nullable
    UUID id(String name, @Nullable String typed) {
        var text = text(name, typed);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            form.refuse(name, "A number looks like 0194a000-0000-7000-8000-000000000000.");
            return null;
        }
    }

    Form form() {
        return form;
    }

    String address() {
        return address.toString();
    }
}
