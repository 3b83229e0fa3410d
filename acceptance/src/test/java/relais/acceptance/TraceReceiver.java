package relais.acceptance;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Takes spans by OTLP over HTTP, as a collector does, for all stacks of the tests. */
final class TraceReceiver {

    private static final TraceReceiver SHARED = new TraceReceiver();

    private final Queue<Received> spans = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    /**
     * One span.
     *
     * @param parent its parent's id; empty for none
     * @param startNanos since 1970
     */
    record Received(
            String trace,
            String id,
            String parent,
            String service,
            String name,
            long startNanos,
            long endNanos) {}

    private TraceReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    static TraceReceiver shared() {
        return SHARED;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** What has come of a trace, in the order of time. */
    List<Received> trace(String id) {
        return spans.stream()
                .filter(span -> span.trace().equals(id))
                .sorted(Comparator.comparingLong(Received::startNanos))
                .toList();
    }

    /**
     * A trace as the documentation shows it: milliseconds since its beginning, and for how long.
     */
    static String drawn(List<Received> trace) {
        long begin = trace.getFirst().startNanos();
        return trace.stream()
                .map(
                        span ->
                                "%6d ms %+6d ms  %s%s (%s)"
                                        .formatted(
                                                (span.startNanos() - begin) / 1_000_000,
                                                (span.endNanos() - span.startNanos()) / 1_000_000,
                                                "  ".repeat(depth(span, trace)),
                                                span.name(),
                                                span.service()))
                .collect(Collectors.joining("\n"));
    }

    private static int depth(Received span, List<Received> trace) {
        return trace.stream()
                .filter(parent -> parent.id().equals(span.parent()))
                .findFirst()
                .map(parent -> depth(parent, trace) + 1)
                .orElse(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody().readAllBytes())
                    .getResourceSpansList()
                    .forEach(this::add);
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void add(ResourceSpans of) {
        String service =
                of.getResource().getAttributesList().stream()
                        .filter(attribute -> attribute.getKey().equals("service.name"))
                        .map(KeyValue::getValue)
                        .map(value -> value.getStringValue())
                        .findFirst()
                        .orElse("");
        of.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .forEach(span -> spans.add(received(service, span)));
    }

    private static Received received(String service, Span span) {
        return new Received(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                service,
                span.getName(),
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano());
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
