package relais.events;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event that does not fit its own schema, such as an amount with three decimals. The message
 * names the cause.
 */
public final class UnencodableEvent extends RuntimeException {
    private UnencodableEvent(String message, Throwable cause) {
        super(message, cause);
    }

    /** Looks for the field at fault only now that writing has failed. */
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
