package relais.events;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Finds the words for why an event does not fit its schema, once writing it has failed. */
final class EncodingFailure {

    private EncodingFailure() {}

    static UnencodableEvent of(SpecificRecord event, RuntimeException failure) {
        String type = event.getSchema().getName();
        for (Schema.Field field : event.getSchema().getFields()) {
            if (event.get(field.pos()) == null && !field.schema().isNullable()) {
                return new UnencodableEvent(
                        type + "." + field.name() + " is required and was null", failure);
            }
        }
        return new UnencodableEvent(
                type + " does not fit its schema: " + failure.getMessage(), failure);
    }
}
