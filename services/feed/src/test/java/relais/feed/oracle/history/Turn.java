package relais.feed.oracle.history;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happens.
 *
 * @param by the partner that acts; null for the committee's secretariat and the services
 * @param territory where, as {@code scheme:code}
 */
record Turn(SpecificRecord event, @Nullable PartnerLife by, String territory) {}
