package relais.history.adapter.format;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import relais.history.export.FlatRow;
import relais.history.export.Payload;
import relais.history.export.Row;

/** The {@link FlatRow} columns as an Avro record, each nullable. */
final class FlatSchema {

    static final Schema SCHEMA = schema();

    private FlatSchema() {}

    static GenericRecord record(Row row) {
        GenericRecord record = new GenericData.Record(SCHEMA);
        for (int i = 0; i < FlatRow.COLUMNS.size(); i++) {
            Object value = FlatRow.COLUMNS.get(i).in(row);
            record.put(i, value instanceof Payload payload ? new Utf8(payload.json()) : value);
        }
        return record;
    }

    private static Schema schema() {
        SchemaBuilder.FieldAssembler<Schema> fields =
                SchemaBuilder.record("ExportedEvent")
                        .namespace("relais.history")
                        .doc("One event of the log, flat; the column data holds it as JSON text.")
                        .fields();
        for (FlatRow column : FlatRow.COLUMNS) {
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
