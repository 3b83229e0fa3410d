package relais.aggregates.log;

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

    /** Whether an event that nothing else caused names the one before it as its cause. */
    default boolean namesPrevious() {
        return true;
    }

    SpecificRecord toAvro(String id, E event);

    /**
     * What {@link #toAvro} said, by this build or an earlier one.
     *
     * @throws IllegalArgumentException if it is of another type, or its values make no sense
     */
    E fromAvro(SpecificRecord event, Filed filed);

    /** That an event is not of this language. */
    static IllegalArgumentException stranger(SpecificRecord event) {
        return new IllegalArgumentException(
                "Not an event of this aggregate: " + event.getSchema().getFullName());
    }
}
