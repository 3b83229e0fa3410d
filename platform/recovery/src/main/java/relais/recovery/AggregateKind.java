package relais.recovery;

import relais.log.Envelope;
import relais.outbox.RestoredAggregates;

/**
 * One kind of aggregates of a service.
 *
 * @param name as reports call it: the name of its collection
 * @param prefix of the ids of this kind and of no other, such as {@code x-}
 * @param <S> the state, with whatever else the events say and the store keeps
 */
public record AggregateKind<S>(
        String name, String prefix, EventFold<S> fold, RestoredAggregates<S> store) {

    boolean isOf(Envelope event) {
        return event.aggregateId().startsWith(prefix);
    }
}
