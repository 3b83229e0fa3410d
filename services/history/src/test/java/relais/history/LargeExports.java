package relais.history;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import relais.events.ConfluentSchemaRegistry;
import relais.history.adapter.format.AvroFormat;
import relais.history.adapter.format.CsvFormat;
import relais.history.adapter.format.NdjsonFormat;
import relais.history.adapter.format.ParquetFormat;
import relais.history.adapter.kafka.AvroPayloads;
import relais.history.adapter.territories.TerritoryGeography;
import relais.history.catchup.Headers;
import relais.history.catchup.Repeats;
import relais.history.export.Export;
import relais.history.export.Format;
import relais.history.export.Manifest;
import relais.history.export.Payloads;
import relais.history.export.Rows;
import relais.history.timeline.EventFilter;
import relais.log.Log;
import relais.log.kafka.KafkaLog;
import relais.territories.Territories;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exports the {@link LargeLog} in all forms at once, in a process with a small heap, then reads it
 * with a filter that keeps one event in a hundred, and says how many events came. How fast is for
 * {@code relais.benchmarks.LogReading} to say.
 */
final class LargeExports {

    private static final EventFilter OF_LOIRET =
            new EventFilter(
                    "departement:45", null, Set.of(), Set.of(), Set.of(), null, null, null, null);

    private final KafkaLog log;
    private final Repeats repeats;
    private final Payloads payloads;
    private final LongAdder decoded = new LongAdder();
    private final TerritoryGeography geography = new TerritoryGeography(Territories.load());
    private final Map<String, Format<?>> formats = new LinkedHashMap<>();

    private LargeExports(String bootstrap, String registry) {
        this.log = LargeLog.at(bootstrap);
        this.repeats = new Repeats(new Headers(log));
        AvroPayloads avro = new AvroPayloads(new ConfluentSchemaRegistry(registry));
        this.payloads =
                (event, withTexts) -> {
                    decoded.increment();
                    return avro.of(event, withTexts);
                };
        JsonMapper json = JsonMapper.shared();
        formats.put("ndjson", new NdjsonFormat(json));
        formats.put("csv", new CsvFormat());
        formats.put("avro", new AvroFormat());
        formats.put("parquet", new ParquetFormat());
    }

    public static void main(String[] args) throws Exception {
        LargeExports exports = new LargeExports(args[0], args[1]);
        exports.allAtOnce();
        exports.write("1 %", OF_LOIRET, new NdjsonFormat(JsonMapper.shared()));
    }

    private void allAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(formats.size())) {
            Map<String, Future<Manifest>> all = new LinkedHashMap<>();
            formats.forEach(
                    (name, format) ->
                            all.put(name, threads.submit(() -> export(EventFilter.ANY, format))));
            for (Map.Entry<String, Future<Manifest>> each : all.entrySet()) {
                say(
                        "%s at once: %d events"
                                .formatted(each.getKey(), each.getValue().get().events()));
            }
        }
    }

    private void write(String name, EventFilter filter, Format<?> format)
            throws IOException, InterruptedException {
        decoded.reset();
        Manifest manifest = export(filter, format);
        say("%s: %d events, %d decoded".formatted(name, manifest.events(), decoded.sum()));
    }

    private <T> Manifest export(EventFilter filter, Format<T> format)
            throws IOException, InterruptedException {
        Log.Extent extent = log.extent();
        return new Export<>(
                        "e-large",
                        Map.of(),
                        log,
                        new Rows(
                                filter,
                                null,
                                payloads,
                                geography,
                                _ -> false,
                                repeats::isRepeat,
                                false),
                        format,
                        extent.start(),
                        extent.end(),
                        Clock.systemUTC(),
                        repeats.upTo(extent.end()))
                .writeTo(OutputStream.nullOutputStream(), Long.MAX_VALUE, () -> {});
    }

    private static void say(String what) {
        System.out.println("[history] " + what);
    }
}
