package relais.notices.waiting;

import java.time.Instant;
import relais.codec.StoredField;

/**
 * That somebody is to be told of a card at a time to come.
 *
 * @param tellAt when
 * @param until what it is about: the end of a consultation, the day after an action was due
 */
record Deadline(
        @StoredField(name = "_id") String card, String kind, Instant tellAt, Instant until) {}
