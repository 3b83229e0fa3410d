package relais.history.adapter.format;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import relais.history.export.FlatRow;
import relais.history.export.Format;
import relais.history.export.Payload;
import relais.history.export.Row;

/**
 * A Parquet file of the {@link FlatRow} columns. Times are texts, as in the other forms: they sort,
 * and every reader casts them.
 */
public record ParquetFormat() implements Format<List<@Nullable Object>> {

    private static final MessageType SCHEMA = schema();

    @Override
    public String mediaType() {
        return "application/vnd.apache.parquet";
    }

    @Override
    public String extension() {
        return "parquet";
    }

    @Override
    public List<@Nullable Object> prepare(Row row) {
        return FlatRow.COLUMNS.stream().map(column -> cell(column.in(row))).toList();
    }

    /** A Binary, a Long or a Boolean; null if absent. */
    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case String text -> Binary.fromString(text);
            case Payload payload -> Binary.fromConstantByteArray(payload.json());
            case null, default -> value;
        };
    }

    @Override
    public Writer<List<@Nullable Object>> open(OutputStream out) throws IOException {
        ParquetWriter<List<@Nullable Object>> file = ParquetRows.writer(SCHEMA, out);
        return new Writer<>() {
            @Override
            public void write(List<@Nullable Object> row) throws IOException {
                file.write(row);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
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
}
