package relais.aggregates.log;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.avro.AvroMapping;

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

    /** Events as the mapping says, and what of the state goes into the metadata. */
    static <S, E> PublishedLanguage<S, E> of(
            AvroMapping<E> events,
            Function<S, String> home,
            Function<S, String> territory,
            Function<S, @Nullable String> partner) {
        return new PublishedLanguage<>() {
            @Override
            public String home(S state) {
                return home.apply(state);
            }

            @Override
            public String territory(S state) {
                return territory.apply(state);
            }

            @Override
            public @Nullable String partner(S state) {
                return partner.apply(state);
            }

            @Override
            public SpecificRecord toAvro(String id, E event) {
                return events.toAvro(id, event);
            }

            @Override
            public E fromAvro(SpecificRecord event, Filed filed) {
                return events.fromAvro(event, filed);
            }
        };
    }

    /** That an event is not of this language. */
    static IllegalArgumentException stranger(SpecificRecord event) {
        return new IllegalArgumentException(
                "Not an event of this aggregate: " + event.getSchema().getFullName());
    }
}
