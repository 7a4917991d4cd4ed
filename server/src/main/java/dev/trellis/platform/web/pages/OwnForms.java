package dev.trellis.platform.web.pages;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets only our own forms through: one without this browser's token never reaches an endpoint. A form that comes from
 * somebody whose log-in has ended meanwhile is not lost; they are asked to log in again and then to send it.
 */
@ApplicationScoped
class OwnForms {
    private final Visit visit;
    private final Caller caller;

    OwnForms(Visit visit, Caller caller) {
        this.visit = visit;
        this.caller = caller;
    }

    Form accepted(Form form) {
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
}
