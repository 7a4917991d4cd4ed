package dev.trellis.platform.web.pages;

import java.io.Serial;

/** A form came from somebody whose log-in has ended: it waits, as typed, until they have logged in again. */
public final class SessionEnded extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Form form;

    SessionEnded(Form form) {
        super("the log-in has ended", null, false, false);
        this.form = form;
    }

    /** What they had typed. */
    public Form form() {
        return form;
    }
}
