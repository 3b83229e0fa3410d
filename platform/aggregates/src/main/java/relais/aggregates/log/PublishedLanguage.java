package relais.aggregates.log;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.avro.AvroMapping;

/**
 * How one kind of aggregate tells others what happened to it.
 *
 * @param events as Avro, and back
 * @param home the key of its records, as {@code scheme:code}; the same for all of its life
 * @param territory where it takes place, as {@code scheme:code}
 * @param partner that it is of, if it is of one
 * @param namesPrevious whether an event that nothing else caused names the one before it as its
 *     cause
 * @param <S> its state
 * @param <E> its events
 */
public record PublishedLanguage<S, E>(
        AvroMapping<E> events,
        Function<S, String> home,
        Function<S, String> territory,
        Function<S, @Nullable String> partner,
        boolean namesPrevious) {

    public static <S, E> PublishedLanguage<S, E> of(
            AvroMapping<E> events,
            Function<S, String> home,
            Function<S, String> territory,
            Function<S, @Nullable String> partner) {
        return new PublishedLanguage<>(events, home, territory, partner, true);
    }

    public SpecificRecord toAvro(String id, E event) {
        return events.toAvro(id, event);
    }

    /**
     * What {@link #toAvro} said, by this build or an earlier one.
     *
     * @throws IllegalArgumentException if it is of another type, or its values make no sense
     */
    public E fromAvro(SpecificRecord event, Filed filed) {
        return events.fromAvro(event, filed);
    }
}
