package dev.trellis.safety.web;

/** The page that says whom to call; whoever wrote something that gives reason to worry is led there first. */
public final class HelpPage {
    static final String ADDRESS = "/app/safety";

    private HelpPage() {}

    /** Its address, with the page to go on with afterwards. */
    public static String before(String next) {
        return ADDRESS + "?next=" + next;
    }
}
