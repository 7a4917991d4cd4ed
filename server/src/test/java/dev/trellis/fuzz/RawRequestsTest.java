package dev.trellis.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.testing.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no decent client can send, written to the socket byte by byte. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RawRequestsTest {
    @Test
    void aBodyThatAnnouncesTooMuchIsAProblem() throws IOException {
        var answer = send("POST /register HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2097152\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("application/problem+json", "/problems/too-large");
    }

    @Test
    void aBodyThatTurnsOutToBeTooMuchIsRefused() throws IOException {
        var text = "\"" + "x".repeat(0xfffff);
        var chunk = "100000\r\n" + text + "\r\n";
        var answer = send("POST /register HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /notifications/%zz/read HTTP/1.1",
                "GET /notifications?limit=%zz HTTP/1.1",
                "GET /notifications?cursor=%FF%FE HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET //////// HTTP/1.1",
                "BREW /notifications HTTP/1.1",
                "GET /notifications;a=b?limit=1 HTTP/1.1",
                "GET http://[::1 HTTP/1.1"
            })
    void aStrangeRequestLineIsRefusedNotBrokenBy(String line) throws IOException {
        assertThat(send(line + "\r\nHost: here\r\nConnection: close\r\n\r\n")).matches("(?s)HTTP/1.1 4\\d\\d .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Idempotency-Key: \u00ff\u00fe\u0080",
                "Authorization: Bearer \u00e9\u00e8",
                "If-None-Match: \u0007",
                "Accept: */*;q=nonsense",
                "Content-Length: -5",
                "Transfer-Encoding: nonsense",
            })
    void aStrangeHeaderIsSurvived(String header) throws IOException {
        assertThat(send("POST /notifications/read-all HTTP/1.1\r\nHost: here\r\nConnection: close\r\n" + header
                        + "\r\n\r\n"))
                .matches("(?s)HTTP/1.1 [24]\\d\\d .*");
    }

    @Test
    void tooManyBytesOfHeadersAreRefused() throws IOException {
        assertThat(send("GET /notifications HTTP/1.1\r\nHost: here\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n"))
                .matches("(?s)HTTP/1.1 4\\d\\d .*");
    }

    private static String send(String request) throws IOException {
        var server = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException e) {
                // The server may have answered and closed before it read everything.
            }
            return readHeadAndSomeBody(socket);
        }
    }

    private static String readHeadAndSomeBody(Socket socket) throws IOException {
        var text = new StringBuilder();
        var in = socket.getInputStream();
        var buffer = new byte[4096];
        while (!text.toString().contains("\r\n\r\n") || text.toString().endsWith("\r\n\r\n")) {
            var read = in.read(buffer);
            if (read < 0) {
                break;
            }
            text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }
}
