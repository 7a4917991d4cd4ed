package dev.trellis.bench.work;

import dev.trellis.bench.harness.HttpConnection;
import dev.trellis.bench.stage.Population;
import java.io.IOException;

/** What a person's device asks of the server about a period. */
final class PeriodRequests {
    private PeriodRequests() {}

    static void read(HttpConnection connection, Population.Period period) throws IOException {
        connection.send("GET", path(period), period.token(), "");
    }

    static void complete(HttpConnection connection, Population.Period period) throws IOException {
        connection.send("PUT", path(period) + "/complete", period.token(), "{\"notes\":null}");
    }

    private static String path(Population.Period period) {
        return "/intervention-periods/" + period.id();
    }
}
