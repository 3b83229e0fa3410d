package relais.history.adapter.format;

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
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import relais.history.dataset.Column;
import relais.history.dataset.Table;

/** A table as Parquet, with days and instants as such; numbers are doubles. */
public final class TableParquet {

    private TableParquet() {}

    /**
     * @param out not closed
     */
    public static void write(Table table, List<List<@Nullable Object>> rows, OutputStream out)
            throws IOException {
        try (ParquetWriter<List<@Nullable Object>> file = ParquetRows.writer(schema(table), out)) {
            for (List<@Nullable Object> row : rows) {
                file.write(row);
            }
        }
    }

    private static MessageType schema(Table table) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (Column column : table.columns()) {
            message.addField(type(column).named(column.name()));
        }
        return message.named(table.code());
    }

    private static Types.PrimitiveBuilder<PrimitiveType> type(Column column) {
        Type.Repetition repetition =
                column.required() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
        return switch (column.type()) {
            case TEXT, LIST -> Types.primitive(BINARY, repetition).as(stringType());
            case COUNT -> Types.primitive(INT64, repetition);
            case NUMBER -> Types.primitive(DOUBLE, repetition);
            case DAY -> Types.primitive(INT32, repetition).as(dateType());
            case INSTANT -> Types.primitive(INT64, repetition).as(timestampType(true, MILLIS));
        };
    }
}
