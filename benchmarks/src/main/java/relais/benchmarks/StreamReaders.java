package relais.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import relais.local.LocalStack;
import relais.local.StackSettings;
import relais.local.example.ExampleData;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readers of {@code /feed/stream} on one instance of the feed: they arrive at a rate and stay,
 * while {@code GET /feed} is asked for as it was before they came. Then experiences are published,
 * and each reader should get each. Starts a stack of its own with the example data, with a feed
 * that has places and heap for that many. Says what a reader costs in memory and processor time.
 */
@Command(name = "stream-readers", mixinStandardHelpOptions = true)
final class StreamReaders implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Option(names = "--readers", description = "in all (default ${DEFAULT-VALUE})")
    int readers = 10_000;

    @Option(names = "--arrivals", description = "a second (default ${DEFAULT-VALUE})")
    int arrivals = 1_000;

    @Option(names = "--reads", description = "of /feed a second (default ${DEFAULT-VALUE})")
    int reads = 10;

    @Option(names = "--seconds", description = "of each part (default ${DEFAULT-VALUE})")
    int seconds = 20;

    @Option(names = "--heap", description = "of the feed, megabytes (default ${DEFAULT-VALUE})")
    int heap = 1_024;

    @Mixin final FiguresFile json = new FiguresFile();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger entries = new AtomicInteger();
    private final Latencies joined = new Latencies();
    private final Latencies received = new Latencies();
    private volatile long publishedAt;
    private volatile boolean ending;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StreamReaders()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        StackSettings settings =
                StackSettings.temporary()
                        .withJvmOptions("feed", List.of("-Xmx" + heap + "m"))
                        .withEnvironment(
                                "feed",
                                Map.of(
                                        "RELAIS_FEED_STREAMS_CLIENTS",
                                        Integer.toString(readers),
                                        "SERVER_TOMCAT_MAX_CONNECTIONS",
                                        Integer.toString(readers + 1_000)));
        try (LocalStack stack = new LocalStack(settings, line -> System.out.println(line))) {
            stack.up();
            new ExampleData(
                            stack.url("partners"),
                            stack.url("experiences"),
                            stack.url("contributions"),
                            () -> stack.token("exploitation"))
                    .load();
            return measure(stack);
        } finally {
            Machine.delete(settings.home());
        }
    }

    private int measure(LocalStack stack) throws Exception {
        JavaProcess feed = JavaProcess.service("feed");
        Duration part = Duration.ofSeconds(seconds);
        System.out.println(Machine.describe());
        reads(stack, part); // To warm up.
        Latencies before = reads(stack, part);
        long heapBefore = feed.heapAfterCollection();

        Latencies arriving;
        Latencies staying;
        double processor;
        long heapWith;
        ExecutorService streams = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Future<?> arrivingReaders =
                    streams.submit(
                            () -> {
                                new Arriving(arrivals).open(readers, () -> read(stack, streams));
                                return null;
                            });
            arriving = reads(stack, Duration.ofSeconds(Math.max(seconds, readers / arrivals)));
            arrivingReaders.get();
            heapWith = feed.heapAfterCollection();
            Duration used = feed.processorTime();
            staying = reads(stack, part);
            processor = feed.processorTime().minus(used).toNanos() / 1e9 / seconds;
            for (int i = 0; i < 3; i++) {
                publish(stack);
                TimeUnit.SECONDS.sleep(5);
            }
        } finally {
            ending = true;
            streams.shutdownNow();
        }

        System.out.println(Latencies.header());
        System.out.println(before.row("GET /feed before"));
        System.out.println(arriving.row("GET /feed while they arrive"));
        System.out.println(staying.row("GET /feed while they stay"));
        if (joined.count() > 0) {
            System.out.println(joined.row("from connecting to the first event"));
        }
        if (received.count() > 0) {
            System.out.println(received.row("from a publication to a reader"));
        }
        double kilobytes = (heapWith - heapBefore) / 1e3 / Math.max(1, open.get());
        System.out.printf(
                Locale.ROOT,
                "open: %d of %d; refused: %d; lost: %d; entries received: %d of %d%n"
                        + "heap a reader: %.1f kB; processor time of the feed while they stay: %.2f cores%n",
                open.get(),
                readers,
                refused.get(),
                lost.get(),
                entries.get(),
                3 * open.get(),
                kilobytes,
                processor);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("machine", Machine.describe());
        figures.put("readers", readers);
        figures.put("open", open.get());
        figures.put("refused", refused.get());
        figures.put("lost", lost.get());
        figures.put("entries", entries.get());
        figures.put("before", before.figures());
        figures.put("arriving", arriving.figures());
        figures.put("staying", staying.figures());
        figures.put("joined", joined.figures());
        figures.put("received", received.figures());
        figures.put("heapKilobytesAReader", kilobytes);
        figures.put("coresOfTheFeed", processor);
        json.write(figures);
        return open.get() == readers && lost.get() == 0 ? 0 : 1;
    }

    /** Begins so many a second. */
    private record Arriving(int perSecond) {

        void open(int all, Runnable one) throws InterruptedException {
            long start = System.nanoTime();
            for (int i = 0; i < all; i++) {
                long due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
                long left = due - System.nanoTime();
                if (left > 0) {
                    TimeUnit.NANOSECONDS.sleep(left);
                }
                one.run();
            }
        }
    }

    private Latencies reads(LocalStack stack, Duration time) throws InterruptedException {
        Latencies answered = new Latencies();
        URI address = stack.url("feed").resolve("/feed");
        new OpenLoop(reads)
                .run(
                        time,
                        (_, due) -> {
                            try {
                                HttpRequest request =
                                        HttpRequest.newBuilder(address).timeout(LIMIT).build();
                                if (http.send(request, HttpResponse.BodyHandlers.discarding())
                                                .statusCode()
                                        == 200) {
                                    answered.record(Duration.ofNanos(System.nanoTime() - due));
                                }
                            } catch (IOException silent) {
                                // It is missing from the count.
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                        });
        return answered;
    }

    /** One reader, on a thread and a socket of its own. */
    private void read(LocalStack stack, ExecutorService streams) {
        streams.execute(
                () -> {
                    long begin = System.nanoTime();
                    boolean isOpen = false;
                    try (Socket socket = new Socket()) {
                        URI feed = stack.url("feed");
                        socket.connect(
                                new InetSocketAddress(
                                        InetAddress.getLoopbackAddress(), feed.getPort()),
                                30_000);
                        socket.getOutputStream()
                                .write(
                                        ("GET /feed/stream HTTP/1.1\r\nHost: localhost:"
                                                        + feed.getPort()
                                                        + "\r\nAccept: text/event-stream\r\n\r\n")
                                                .getBytes(StandardCharsets.US_ASCII));
                        var lines =
                                new BufferedReader(
                                        new InputStreamReader(
                                                socket.getInputStream(), StandardCharsets.UTF_8),
                                        512);
                        for (String line = lines.readLine();
                                line != null;
                                line = lines.readLine()) {
                            if (line.startsWith("HTTP/1.1 5")) {
                                refused.incrementAndGet();
                                return;
                            }
                            if (line.startsWith("id:") && !isOpen) {
                                isOpen = true;
                                open.incrementAndGet();
                                joined.record(Duration.ofNanos(System.nanoTime() - begin));
                            } else if (line.equals("event:activity")) {
                                entries.incrementAndGet();
                                received.record(Duration.ofNanos(System.nanoTime() - publishedAt));
                            }
                        }
                        ended();
                    } catch (IOException gone) {
                        ended();
                    }
                });
    }

    private void ended() {
        if (!ending) {
            lost.incrementAndGet();
        }
    }

    /** An experience of a town, submitted and then published by the committee. */
    private void publish(LocalStack stack) throws IOException, InterruptedException {
        String posted =
                send(
                        stack,
                        "/experiences",
                        stack.token("besancon"),
                        LocalStackClient.experience("flux"));
        String id = mapper.readTree(posted).get("id").asString();
        String committee = stack.token("comite");
        publishedAt = System.nanoTime();
        send(stack, "/experiences/" + id + "/publication", committee, "");
    }

    private String send(LocalStack stack, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(stack.url("experiences").resolve(path))
                                .timeout(LIMIT)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("If-Match", "\"1\"")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
