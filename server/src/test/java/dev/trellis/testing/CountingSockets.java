package dev.trellis.testing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/** Makes the driver's connections, and counts how often one of them waited for an answer to what it had sent. */
public final class CountingSockets extends SocketFactory {
    /** One for the whole process: the driver may have this class from another loader than a test. */
    public static final AtomicInteger TRIPS = ofTheProcess();

    private static AtomicInteger ofTheProcess() {
        try {
            var first = ClassLoader.getSystemClassLoader().loadClass(CountingSockets.class.getName());
            return first.equals(CountingSockets.class)
                    ? new AtomicInteger()
                    : (AtomicInteger) first.getField("TRIPS").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Messages that were answered while this ran, over all connections made here. */
    public static int tripsOf(Runnable work) {
        var before = TRIPS.get();
        work.run();
        return TRIPS.get() - before;
    }

    @Override
    public Socket createSocket() {
        return new Counting();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }

    private static final class Counting extends Socket {
        private volatile boolean sent;

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    sent = true;
                    out.write(bytes, offset, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    if (sent) {
                        sent = false;
                        TRIPS.incrementAndGet();
                    }
                    return in.read(bytes, offset, length);
                }
            };
        }
    }
}
