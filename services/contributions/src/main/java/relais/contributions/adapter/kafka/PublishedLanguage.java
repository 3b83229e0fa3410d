package relais.contributions.adapter.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of aggregate tells others what happened to it.
 *
 * @param <S> its state
 * @param <E> its events
 */
public interface PublishedLanguage<S, E> {

    /** The key of its records, as {@code scheme:code}; the same for all of its life. */
    String home(S state);

    /** Where it takes place, as {@code scheme:code}. */
    String territory(S state);

    /** The partner it is of. */
    @Nullable String partner(S state);

    SpecificRecord toAvro(String id, E event);
}
