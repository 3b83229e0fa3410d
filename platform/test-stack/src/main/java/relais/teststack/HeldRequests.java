package relais.teststack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Requests to a service whose bodies do not come: each has one of the places for what is in hand,
 * until the service gives it up (20 s) or this is closed.
 */
public final class HeldRequests implements AutoCloseable {

    private static final int AT_ONCE = 25;

    private static final byte[] NO_JSON = "          ".getBytes(StandardCharsets.US_ASCII);

    /** Five times as many as a service has places. */
    private static final int MOST = 1_000;

    private final int port;
    private final byte[] head;
    private final List<Socket> held = new ArrayList<>();

    /**
     * @param path where the caller may post JSON; who may not is refused before the body is read
     */
    HeldRequests(int port, String path, String token) {
        this.port = port;
        this.head =
                """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Authorization: Bearer %s\r
                Content-Length: 10\r
                \r
                """
                        .formatted(path, token)
                        .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Holds more and more until a call is refused.
     *
     * @return the refusal
     */
    public Answer untilRefused(Supplier<Answer> call) {
        while (held.size() < MOST) {
            for (int i = 0; i < AT_ONCE; i++) {
                hold();
            }
            Answer answer = call.get();
            if (answer.status() == 503) {
                return answer;
            }
        }
        throw new AssertionError("With " + held.size() + " requests in hand nothing is refused");
    }

    private void hold() {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            held.add(socket);
            socket.getOutputStream().write(head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Socket socket : held) {
            try (socket) {
                // Ends each in order, with a refusal: one that broke off would be told as a fault.
                socket.getOutputStream().write(NO_JSON);
            } catch (SocketException given) {
                // The service has given it up.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
