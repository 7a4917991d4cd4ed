package dev.trellis.bench.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP/1.1 connection kept open: writes a request, reads its answer. On a machine that also runs the server, what
 * the load generator spends is missing from what it measures; this costs a tenth of a general client.
 */
public final class HttpConnection implements AutoCloseable {
    private static final int OK = 200;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream input;
    private final StringBuilder line = new StringBuilder(128);

    /** Connects to this port on loopback. */
    public HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /** The body of a successful answer; anything else is a fault of the bench or the server. */
    public byte[] send(String method, String path, String token, String body) throws IOException {
        var answer = exchange(method, path, token, body);
        if (answer.status() != OK) {
            throw new IOException(method + " " + path + " answered " + answer.status() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    /** An answer as it came. */
    @SuppressWarnings("ArrayRecordComponent") // A carrier of bytes, never compared.
    public record Answer(int status, byte[] body) {}

    /** Sends and waits; an empty token is left out. */
    public Answer exchange(String method, String path, String token, String body) throws IOException {
        var request = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n");
        if (!token.isEmpty()) {
            request.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n");
        }
        request.append("\r\n").append(body);
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    private Answer answer() throws IOException {
        var status = Integer.parseInt(readLine().split(" ", 3)[1]);
        var length = 0;
        var chunked = false;
        for (var header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding", 0, 17)) {
                chunked = true;
            }
        }
        return new Answer(status, chunked ? chunks() : exactly(length));
    }

    private byte[] exactly(int length) throws IOException {
        var body = new byte[length];
        if (input.readNBytes(body, 0, length) < length) {
            throw new EOFException("the answer ended early");
        }
        return body;
    }

    /** Large answers to writes come in pieces, each after its length. */
    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var length = chunkLength(); length > 0; length = chunkLength()) {
            body.write(exactly(length));
            readLine();
        }
        readLine();
        return body.toByteArray();
    }

    private int chunkLength() throws IOException {
        return Integer.parseInt(readLine().split(";", 2)[0].strip(), 16);
    }

    private String readLine() throws IOException {
        line.setLength(0);
        for (var read = input.read(); read != '\n'; read = input.read()) {
            if (read < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
