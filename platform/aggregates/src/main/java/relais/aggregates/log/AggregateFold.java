package relais.aggregates.log;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.AggregateType;
import relais.aggregates.KeptState;
import relais.aggregates.Moment;
import relais.events.EventDeserializer;
import relais.log.Envelope;
import relais.log.LoggedEvent;
import relais.recovery.EventFold;

/**
 * Folds an aggregate from its records in the log, by the code that changes it live.
 *
 * @param <S> its state
 * @param <E> its events
 */
public record AggregateFold<S, E>(
        PublishedLanguage<S, E> language,
        AggregateType<S, ?, E, ?> type,
        EventDeserializer deserializer)
        implements EventFold<KeptState<S>> {

    @Override
    public KeptState<S> next(@Nullable KeptState<S> before, LoggedEvent logged, Envelope envelope) {
        E event =
                language.fromAvro(
                        deserializer.deserialize(logged.value()), Filed.of(logged, envelope));
        S after =
                type.apply(
                        before == null ? null : before.state(),
                        event,
                        new Moment(envelope.sequence(), envelope.time()));
        return new KeptState<>(after, envelope.time(), rows(before, logged));
    }

    private static Set<String> rows(@Nullable KeptState<?> before, LoggedEvent logged) {
        Set<String> rows = before == null ? new HashSet<>() : new HashSet<>(before.importedRows());
        String row = logged.headers().get(EventRecords.IMPORT_ROW);
        if (row != null) {
            rows.add(row);
        }
        return rows;
    }
}
