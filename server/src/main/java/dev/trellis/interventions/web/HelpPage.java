package dev.trellis.interventions.web;

import java.net.URI;

/** The page that says whom to call, with the page to go on with afterwards. */
final class HelpPage {
    private HelpPage() {}

    static URI before(String next) {
        return URI.create("/app/safety?next=" + next);
    }
}
