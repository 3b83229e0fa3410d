package relais.portal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class DownloadsTest {

    /** More than the tests' memory would hold if it were kept. */
    private static final long LARGE = 3L * 1024 * 1024 * 1024;

    private static final int CHUNK = 1024 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer history;

    @BeforeEach
    void aHistory() throws IOException {
        history = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        history.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        history.createContext(
                "/large",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, LARGE);
                        byte[] chunk = new byte[CHUNK];
                        for (long sent = 0; sent < LARGE; sent += CHUNK) {
                            exchange.getResponseBody().write(chunk);
                        }
                    }
                });
        history.createContext(
                "/broken",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    exchange.close();
                });
        history.start();
    }

    @AfterEach
    void end() {
        history.stop(0);
        http.close();
    }

    @Test
    void passesOnMoreThanFitsIntoMemory() throws IOException {
        var counted = new Counting();
        try (Downloads.Download download = downloads(1).open("/large", new HttpHeaders())) {
            download.copyTo(counted);
        }

        assertThat(counted.bytes).isEqualTo(LARGE);
    }

    @Test
    void aPartIsNotTakenForTheWhole() throws IOException {
        try (Downloads.Download download = downloads(1).open("/broken", new HttpHeaders())) {
            assertThatThrownBy(() -> download.copyTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(Downloads.BrokeOff.class);
        }
    }

    @Test
    void moreThanTheLimitAtOnceAreTurnedAway() throws IOException {
        Downloads downloads = downloads(1);
        try (Downloads.Download _ = downloads.open("/broken", new HttpHeaders())) {
            assertThatThrownBy(() -> downloads.open("/broken", new HttpHeaders()))
                    .hasMessageContaining("No more downloads");
        }
        try (Downloads.Download again = downloads.open("/broken", new HttpHeaders())) {
            assertThat(again.status()).isEqualTo(200);
        }
    }

    private Downloads downloads(int limit) {
        return new Downloads(
                http, URI.create("http://localhost:" + history.getAddress().getPort()), limit);
    }

    private static final class Counting extends OutputStream {

        private long bytes;

        @Override
        public void write(int oneByte) {
            bytes++;
        }

        @Override
        public void write(byte[] chunk, int from, int length) {
            bytes += length;
        }
    }
}
