package dev.trellis.platform.postgres;

/** The server cannot start; the message is one clear sentence for whoever typed the command. */
public class StartUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartUpException(String sentence) {
        super(sentence);
    }

    public StartUpException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
