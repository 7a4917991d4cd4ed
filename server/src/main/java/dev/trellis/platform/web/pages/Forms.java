package dev.trellis.platform.web.pages;

import dev.trellis.platform.Actor;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.BrowserCookies;
import dev.trellis.platform.web.FieldNames;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Visit;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;

/** What becomes of a form that was sent: done once and on to another page, or shown again with what is wrong. */
@ApplicationScoped
public class Forms {
    private static final int UNPROCESSABLE = 422;

    private final Validator validator;
    private final Once once;
    private final Visit visit;
    private final BrowserCookies cookies;

    public Forms(Validator validator, Once once, Visit visit, BrowserCookies cookies) {
        this.validator = validator;
        this.once = once;
        this.visit = visit;
        this.cookies = cookies;
    }

    /** Where a form that was done leads, and what to say there; nothing to say when the sentence is empty. */
    public record Next(String address, String toast) {
        /** Leads there without a word. */
        public static Next to(String address) {
            return new Next(address, "");
        }

        /** Leads there and says this. */
        public Next saying(String sentence) {
            return new Next(address, sentence);
        }
    }

    /**
     * Checks what the form was read into, does the work, and leads on. What is refused, by the checks or by the work, is
     * noted in the form, and the page shows it again.
     *
     * @param again the page with the form as it was typed
     */
    public Response handle(Form form, Object read, Supplier<Response> work, Function<Form, TemplateInstance> again) {
        if (!fits(form, read)) {
            return shown(form, again);
        }
        try {
            return work.get();
        } catch (ProblemException e) {
            if (e.type().status() >= 500) {
                throw e;
            }
            form.refuse(e.problem());
            return shown(form, again);
        }
    }

    /** As {@link #handle}, for a logged-in person: the same form sent twice, by whatever accident, is done once. */
    public Response handleOnce(
            Actor actor, Form form, Object read, Supplier<Next> work, Function<Form, TemplateInstance> again) {
        return handle(form, read, () -> done(actor, form, work), again);
    }

    /** Does what a button says, once, and leads on; a refusal becomes a page of its own. */
    public Response press(Actor actor, Form form, Supplier<Next> work) {
        return done(actor, form, work);
    }

    /** Leads to another page, which says the sentence. */
    public Response next(Next next) {
        say(next);
        return Response.seeOther(URI.create(next.address())).build();
    }

    private Response done(Actor actor, Form form, Supplier<Next> work) {
        return once.form(actor, form.value(Form.ONCE), form.fields(), () -> {
            var next = work.get();
            say(next);
            return Answer.leadingTo(next.address());
        });
    }

    private void say(Next next) {
        if (!next.toast().isEmpty()) {
            visit.keep(
                    cookies.write(BrowserCookies.Kind.TOAST, URLEncoder.encode(next.toast(), StandardCharsets.UTF_8)));
        }
    }

    /** Whether what was read of a form is as it has to be; what is not is noted beside its field. */
    public boolean fits(Form form, Object read) {
        for (var violation : validator.validate(read)) {
            var path = violation.getPropertyPath().iterator();
            if (path.hasNext()) {
                form.refuse(FieldNames.snake(path.next().getName()), violation.getMessage());
            }
        }
        return !form.isRefused();
    }

    private static Response shown(Form form, Function<Form, TemplateInstance> again) {
        return Response.status(UNPROCESSABLE)
                .entity(again.apply(form))
                .type(PageWriter.HTML)
                .build();
    }
}
