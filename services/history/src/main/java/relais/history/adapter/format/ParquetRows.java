package relais.history.adapter.format;

import static java.util.Objects.requireNonNull;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import relais.history.export.FlatRow;

/** Tells Parquet's writer of a row's cells, column by column. */
final class ParquetRows extends WriteSupport<List<@Nullable Object>> {

    private static final MessageType SCHEMA = schema();

    private @Nullable RecordConsumer consumer;

    /** Still abstract there; never called, for the writer has a plain configuration. */
    @Override
    @Deprecated
    public WriteContext init(Configuration unused) {
        return new WriteContext(SCHEMA, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
        return new WriteContext(SCHEMA, Map.of());
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
                String column = FlatRow.COLUMNS.get(i).column();
                to.startField(column, i);
                switch (cell) {
                    case Long number -> to.addLong(number);
                    case Boolean truth -> to.addBoolean(truth);
                    default -> to.addBinary((Binary) cell);
                }
                to.endField(column, i);
            }
        }
        to.endMessage();
    }

    private static MessageType schema() {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (FlatRow column : FlatRow.COLUMNS) {
            switch (column.kind()) {
                case TEXT, JSON -> message.optional(BINARY).as(stringType()).named(column.column());
                case NUMBER -> message.optional(INT64).named(column.column());
                case BOOLEAN -> message.optional(BOOLEAN).named(column.column());
            }
        }
        return message.named("event");
    }

    /** Makes the writer of a file. */
    static final class Builder extends ParquetWriter.Builder<List<@Nullable Object>, Builder> {

        Builder(OutputFile file) {
            super(file);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @Deprecated
        protected WriteSupport<List<@Nullable Object>> getWriteSupport(Configuration unused) {
            return new ParquetRows();
        }

        @Override
        protected WriteSupport<List<@Nullable Object>> getWriteSupport(
                ParquetConfiguration unused) {
            return new ParquetRows();
        }
    }
}
