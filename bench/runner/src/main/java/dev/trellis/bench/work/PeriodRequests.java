package dev.trellis.bench.work;

import dev.trellis.bench.harness.HttpConnection;
import dev.trellis.bench.stage.Population;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a person's device asks of the server about a period. */
final class PeriodRequests {
    private static final int REACTIONS = 3;

    private PeriodRequests() {}

    static void read(HttpConnection connection, Population.Period period) throws IOException {
        connection.send("GET", path(period), period.token(), "");
    }

    /** A completion whose reactions did not all succeed did less than the yardstick: that is no figure. */
    static void complete(HttpConnection connection, Population.Period period) throws IOException {
        var body = connection.send("PUT", path(period) + "/complete", period.token(), "{\"notes\":null}");
        var answer = new String(body, StandardCharsets.UTF_8);
        if (answer.contains("\"success\":false") || answer.split("\"handler\"", -1).length <= REACTIONS) {
            throw new IOException("a reaction failed: " + answer);
        }
    }

    private static String path(Population.Period period) {
        return "/intervention-periods/" + period.id();
    }
}
