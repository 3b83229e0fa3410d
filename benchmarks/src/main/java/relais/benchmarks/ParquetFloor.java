package relais.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import relais.events.SchemaRegistry;

/**
 * The floor of an export as Parquet: its own writer is given rows of its own kind, which are ready
 * in memory, as often as there are events. They have the headers and, as JSON text, the event of
 * the log's first records; compression and sizes are those of exports.
 */
final class ParquetFloor {

    private static final int MOST_ROWS = 40_000;
    private static final long ROW_GROUP_BYTES = 8L * 1024 * 1024;
    private static final int PAGE_BYTES = 256 * 1024;
    private static final int LEVEL = 3;

    private static final List<String> HEADERS =
            List.of(
                    "ce_id",
                    "ce_type",
                    "ce_source",
                    "ce_subject",
                    "ce_time",
                    "ce_sequence",
                    "ce_territory",
                    "ce_partner",
                    "ce_actor",
                    "ce_correlationid");

    private static final MessageType SCHEMA = schema();

    private final List<Group> ready = Collections.synchronizedList(new ArrayList<>());

    ParquetFloor(PollFloor log, SchemaRegistry registry) throws Exception {
        log.measure(
                () -> {
                    WriteFloor json = new WriteFloor(registry);
                    return record -> {
                        if (ready.size() < MOST_ROWS) {
                            ready.add(row(record, json.line(record)));
                        }
                        return 0;
                    };
                });
    }

    private static MessageType schema() {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (String header : HEADERS) {
            message.optional(BINARY).as(stringType()).named(header);
        }
        return message.optional(BINARY)
                .as(stringType())
                .named("topic")
                .optional(INT64)
                .named("partition")
                .optional(INT64)
                .named("offset")
                .optional(BINARY)
                .as(stringType())
                .named("appended_at")
                .optional(BINARY)
                .as(stringType())
                .named("data")
                .named("event");
    }

    private static Group row(ConsumerRecord<byte[], byte[]> record, byte[] json) {
        Group row = new SimpleGroup(SCHEMA);
        for (String name : HEADERS) {
            Header header = record.headers().lastHeader(name);
            if (header != null) {
                row.add(name, new String(header.value(), UTF_8));
            }
        }
        row.add("topic", record.topic());
        row.add("partition", (long) record.partition());
        row.add("offset", record.offset());
        row.add("appended_at", Instant.ofEpochMilli(record.timestamp()).toString());
        row.add("data", new String(json, UTF_8));
        return row;
    }

    Duration measure(long events) throws IOException {
        Path file = Files.createTempFile("relais-floor-", ".parquet");
        try {
            long begin = System.nanoTime();
            try (ParquetWriter<Group> writer =
                    ExampleParquetWriter.builder(new LocalOutputFile(file))
                            .withType(SCHEMA)
                            .withConf(new PlainParquetConfiguration())
                            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                            .withCodecFactory(new Zstandard())
                            .withCompressionCodec(CompressionCodecName.ZSTD)
                            .withRowGroupSize(ROW_GROUP_BYTES)
                            .withPageSize(PAGE_BYTES)
                            .build()) {
                for (long i = 0; i < events; i++) {
                    writer.write(ready.get((int) (i % ready.size())));
                }
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } finally {
            Files.delete(file);
        }
    }

    /** Parquet's own factory wants what Hadoop depends on. */
    private static final class Zstandard implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    ByteArrayOutputStream page = new ByteArrayOutputStream((int) bytes.size());
                    bytes.writeAllTo(page);
                    return BytesInput.from(Zstd.compress(page.toByteArray(), LEVEL));
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return codec;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("Files are only written here");
        }

        @Override
        public void release() {}
    }
}
