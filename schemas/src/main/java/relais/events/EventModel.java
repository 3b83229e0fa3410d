package relais.events;

import org.apache.avro.Conversions.DecimalConversion;
import org.apache.avro.data.TimeConversions.DateConversion;
import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
import org.apache.avro.specific.SpecificData;

/**
 * How Avro values become Java values, for all events: dates, instants and decimals as their java.*
 * types.
 */
final class EventModel {

    static final SpecificData INSTANCE = create();

    private EventModel() {}

    private static SpecificData create() {
        SpecificData model = new SpecificData(EventModel.class.getClassLoader());
        model.addLogicalTypeConversion(new DateConversion());
        model.addLogicalTypeConversion(new TimestampMillisConversion());
        model.addLogicalTypeConversion(new DecimalConversion());
        // Generated encoders where the compiler could write one: records that hold no logical type.
        model.setCustomCoders(true);
        return model;
    }
}
