package relais.local.embedded;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.h2.mvstore.MVStore;

/**
 * A server that speaks MongoDB's protocol and keeps its documents in one file. Usage: {@code
 * MongoServer <port> <data directory> [address]}. It lets everybody in who reaches it, and listens
 * on the loopback interface unless it is given another address.
 */
public final class MongoServer {

    /**
     * Of the heap, for pages: 160 MB of 512 are enough for a read model of some ten thousand
     * documents. A query here is a scan, and one whose pages do not fit decodes them all again.
     * docs/scale.md has the figures.
     */
    private static final int PAGES_OF_512_MB = 160;

    private MongoServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("usage: MongoServer <port> <data directory> [address]");
            System.exit(2);
        }
        Path home = Path.of(arguments[1]).toAbsolutePath();
        Files.createDirectories(home);
        H2Backend backend = new DurableBackend(open(home.resolve("documents.mv")));
        de.bwaldvogel.mongo.MongoServer server = new de.bwaldvogel.mongo.MongoServer(backend);
        String address = arguments.length == 3 ? arguments[2] : "127.0.0.1";
        server.bind(address, Integer.parseInt(arguments[0]));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    server.shutdownNow();
                                    stopped.countDown();
                                },
                                "mongo-shutdown"));
        stopped.await();
    }

    static MVStore open(Path file) {
        MVStore store =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .cacheSize(pageCacheMegabytes())
                        .open();
        StoreFormat.bringUpToDate(store);
        return store;
    }

    private static int pageCacheMegabytes() {
        long megabytes = Runtime.getRuntime().maxMemory() / 1_048_576;
        return Math.toIntExact(megabytes * PAGES_OF_512_MB / 512);
    }
}
