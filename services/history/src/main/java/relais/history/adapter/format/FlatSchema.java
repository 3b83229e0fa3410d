package relais.history.adapter.format;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import relais.history.export.FlatRow;
import relais.history.export.Row;
import tools.jackson.databind.json.JsonMapper;

/** The {@link FlatRow} columns as an Avro record, each nullable. */
final class FlatSchema {

    static final Schema SCHEMA = schema();

    private FlatSchema() {}

    static GenericRecord record(Row row, JsonMapper json) {
        GenericRecord record = new GenericData.Record(SCHEMA);
        for (FlatRow column : FlatRow.columns()) {
            record.put(column.column(), cell(column, row, json));
        }
        return record;
    }

    /** A String, a Long or a Boolean; null if absent. */
    static @Nullable Object cell(FlatRow column, Row row, JsonMapper json) {
        Object value = column.in(row);
        return value != null && column.kind() == FlatRow.Kind.JSON
                ? json.writeValueAsString(value)
                : value;
    }

    private static Schema schema() {
        SchemaBuilder.FieldAssembler<Schema> fields =
                SchemaBuilder.record("ExportedEvent")
                        .namespace("relais.history")
                        .doc("One event of the log, flat; the column data holds it as JSON text.")
                        .fields();
        for (FlatRow column : FlatRow.columns()) {
            fields =
                    switch (column.kind()) {
                        case TEXT, JSON -> fields.optionalString(column.column());
                        case NUMBER -> fields.optionalLong(column.column());
                        case BOOLEAN -> fields.optionalBoolean(column.column());
                    };
        }
        return fields.endRecord();
    }
}
