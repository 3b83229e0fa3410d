package relais.history.adapter.format;

import static java.util.Objects.requireNonNull;
import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MILLIS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

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
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import relais.history.dataset.Column;
import relais.history.dataset.Table;

/** A table as Parquet, with days and instants as such; numbers are doubles. */
public final class TableParquet extends WriteSupport<List<@Nullable Object>> {

    private static final long ROW_GROUP_BYTES = 8L * 1024 * 1024;
    private static final int PAGE_BYTES = 256 * 1024;

    private final Table table;
    private @Nullable RecordConsumer consumer;

    private TableParquet(Table table) {
        this.table = table;
    }

    /**
     * @param out not closed
     */
    public static void write(Table table, List<List<@Nullable Object>> rows, OutputStream out)
            throws IOException {
        try (ParquetWriter<List<@Nullable Object>> file =
                new Builder(table, new StreamedFile(out))
                        .withConf(new PlainParquetConfiguration())
                        .withCodecFactory(new Zstandard())
                        .withCompressionCodec(CompressionCodecName.ZSTD)
                        .withRowGroupSize(ROW_GROUP_BYTES)
                        .withPageSize(PAGE_BYTES)
                        .build()) {
            for (List<@Nullable Object> row : rows) {
                file.write(row);
            }
        }
    }

    /** Still abstract there; never called, for the writer has a plain configuration. */
    @Override
    @Deprecated
    public WriteContext init(Configuration unused) {
        return new WriteContext(schema(), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
        return new WriteContext(schema(), Map.of());
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
                String column = table.columns().get(i).name();
                to.startField(column, i);
                add(to, cell);
                to.endField(column, i);
            }
        }
        to.endMessage();
    }

    private static void add(RecordConsumer to, Object cell) {
        switch (cell) {
            case Long number -> to.addLong(number);
            case BigDecimal number -> to.addDouble(number.doubleValue());
            case LocalDate day -> to.addInteger((int) day.toEpochDay());
            case Instant instant -> to.addLong(instant.toEpochMilli());
            default -> to.addBinary(Binary.fromString(cell.toString()));
        }
    }

    private MessageType schema() {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (Column column : table.columns()) {
            Type.Repetition repetition =
                    column.required() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
            message.addField(
                    switch (column.type()) {
                        case TEXT, LIST ->
                                Types.primitive(BINARY, repetition)
                                        .as(stringType())
                                        .named(column.name());
                        case COUNT -> Types.primitive(INT64, repetition).named(column.name());
                        case NUMBER -> Types.primitive(DOUBLE, repetition).named(column.name());
                        case DAY ->
                                Types.primitive(INT32, repetition)
                                        .as(dateType())
                                        .named(column.name());
                        case INSTANT ->
                                Types.primitive(INT64, repetition)
                                        .as(timestampType(true, MILLIS))
                                        .named(column.name());
                    });
        }
        return message.named(table.code());
    }

    private static final class Builder
            extends ParquetWriter.Builder<List<@Nullable Object>, Builder> {

        private final Table table;

        Builder(Table table, OutputFile file) {
            super(file);
            this.table = table;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @Deprecated
        protected WriteSupport<List<@Nullable Object>> getWriteSupport(Configuration unused) {
            return new TableParquet(table);
        }

        @Override
        protected WriteSupport<List<@Nullable Object>> getWriteSupport(
                ParquetConfiguration unused) {
            return new TableParquet(table);
        }
    }
}
