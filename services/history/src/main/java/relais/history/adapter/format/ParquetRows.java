package relais.history.adapter.format;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Rows as Parquet, compressed with Zstandard. A row group holds about eight megabytes, so that
 * writing needs little more.
 */
final class ParquetRows extends WriteSupport<List<@Nullable Object>> {

    private static final long ROW_GROUP_BYTES = 8L * 1024 * 1024;
    private static final int PAGE_BYTES = 256 * 1024;

    private final MessageType schema;
    private @Nullable RecordConsumer consumer;

    private ParquetRows(MessageType schema) {
        this.schema = schema;
    }

    /**
     * A writer of rows, whose cells come in the order of the schema's columns; null if absent.
     *
     * @param out not closed
     */
    static ParquetWriter<List<@Nullable Object>> writer(MessageType schema, OutputStream out)
            throws IOException {
        return new Builder(schema, new StreamedFile(out))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Zstandard())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withPageSize(PAGE_BYTES)
                .build();
    }

    /** Still abstract there; never called, for the writer has a plain configuration. */
    @Override
    @Deprecated
    public WriteContext init(Configuration unused) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(List<@Nullable Object> cells) {
        RecordConsumer to = requireNonNull(consumer);
        to.startMessage();
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell != null) {
                String column = schema.getFieldName(i);
                to.startField(column, i);
                add(to, cell);
                to.endField(column, i);
            }
        }
        to.endMessage();
    }

    private static void add(RecordConsumer to, Object cell) {
        switch (cell) {
            case Binary bytes -> to.addBinary(bytes);
            case Long number -> to.addLong(number);
            case Boolean truth -> to.addBoolean(truth);
            case BigDecimal number -> to.addDouble(number.doubleValue());
            case LocalDate day -> to.addInteger((int) day.toEpochDay());
            case Instant instant -> to.addLong(instant.toEpochMilli());
            default -> to.addBinary(Binary.fromString(cell.toString()));
        }
    }

    private static final class Builder
            extends ParquetWriter.Builder<List<@Nullable Object>, Builder> {

        private final MessageType schema;

        Builder(MessageType schema, OutputFile file) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @Deprecated
        protected WriteSupport<List<@Nullable Object>> getWriteSupport(Configuration unused) {
            return new ParquetRows(schema);
        }

        @Override
        protected WriteSupport<List<@Nullable Object>> getWriteSupport(
                ParquetConfiguration unused) {
            return new ParquetRows(schema);
        }
    }
}
