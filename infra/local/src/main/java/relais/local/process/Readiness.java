package relais.local.process;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import relais.events.KafkaConnection;

/**
 * Asks a server, in its own protocol, whether it can serve: an open port is not enough. Each
 * question ends within seconds.
 */
@FunctionalInterface
public interface Readiness {

    /** How long one that is at work may say nothing. */
    Duration SILENCE = Duration.ofMinutes(1);

    /** As the health of a service has it. */
    String STORE_IS_UP = "\"store\":{\"status\":\"UP\"}";

    boolean isReady() throws InterruptedException;

    /**
     * Whether the one that is not ready said so itself a moment ago, and works on what it lacks: it
     * may take longer than a start does.
     */
    default boolean isAtWork() {
        return false;
    }

    /** Whether it answers 200. */
    static Readiness http(URI uri) {
        return http(uri, answer -> answer.statusCode() == 200);
    }

    /**
     * The same of a service that answers 503, and says that its store is there, as long as it has
     * something to make up for. Busy with it, it may leave some questions without an answer.
     */
    static Readiness atWork(URI uri) {
        var said = new AtomicLong(System.nanoTime() - SILENCE.toNanos());
        Readiness asked =
                http(
                        uri,
                        answer -> {
                            if (answer.statusCode() == 503 && answer.body().contains(STORE_IS_UP)) {
                                said.set(System.nanoTime());
                            }
                            return answer.statusCode() == 200;
                        });
        return new Readiness() {

            @Override
            public boolean isReady() throws InterruptedException {
                return asked.isReady();
            }

            @Override
            public boolean isAtWork() {
                return System.nanoTime() - said.get() < SILENCE.toNanos();
            }
        };
    }

    /** Whether it answers at all, if only that one may not ask. */
    static Readiness answering(URI uri) {
        return http(uri, answer -> answer.statusCode() < 500);
    }

    private static Readiness http(URI uri, Predicate<HttpResponse<String>> good) {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(1))
                        .build();
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build();
        return () -> {
            try {
                // A closed port is told more cheaply without the client.
                return accepts(uri.getHost(), uri.getPort())
                        && good.test(client.send(request, BodyHandlers.ofString()));
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** Whether the cluster has a controller and a broker. */
    static Readiness kafka(String host, int port) {
        return kafka(host, port, new KafkaConnection(host + ":" + port));
    }

    /** The same of one that lets only some in. */
    static Readiness kafka(String host, int port, KafkaConnection connection) {
        return () -> accepts(host, port) && describesCluster(connection);
    }

    /** Whether it says that it accepts writes. */
    static Readiness mongo(String host, int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), 1_000);
                socket.setSoTimeout(2_000);
                socket.getOutputStream().write(question());
                DataInputStream answer = new DataInputStream(socket.getInputStream());
                int length = Integer.reverseBytes(answer.readInt());
                byte[] rest = answer.readNBytes(Math.min(length - 4, 65_536));
                String text = new String(rest, StandardCharsets.ISO_8859_1);
                return text.contains("ismaster\0\u0001");
            } catch (IOException e) {
                return false;
            }
        };
    }

    private static boolean accepts(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean describesCluster(KafkaConnection connection)
            throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(connection.settings());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /**
     * An OP_MSG of {@code {ismaster: 1, $db: "admin"}}: older than {@code hello}, and known to
     * every server.
     */
    private static byte[] question() {
        ByteBuffer body = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        body.putInt(0);
        body.put((byte) 0x10).put("ismaster\0".getBytes(StandardCharsets.US_ASCII)).putInt(1);
        body.put((byte) 0x02).put("$db\0".getBytes(StandardCharsets.US_ASCII)).putInt(6);
        body.put("admin\0".getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        body.putInt(0, body.position());
        int document = body.position();
        ByteBuffer message =
                ByteBuffer.allocate(16 + 4 + 1 + document).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(16 + 4 + 1 + document).putInt(1).putInt(0).putInt(2013);
        message.putInt(0).put((byte) 0).put(body.array(), 0, document);
        return message.array();
    }
}
