package relais.codec;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.bson.codecs.BsonValueCodecProvider;
import org.bson.codecs.Codec;
import org.bson.codecs.DocumentCodecProvider;
import org.bson.codecs.IterableCodecProvider;
import org.bson.codecs.MapCodecProvider;
import org.bson.codecs.ValueCodecProvider;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.jsr310.Jsr310CodecProvider;
import org.jspecify.annotations.Nullable;

/**
 * A record is its own stored document. Components are fields by their names; {@code null} is no
 * field, and an absent list, set or map is an empty one; what the record does not know is skipped.
 * A record of one scalar is stored as that scalar, a day or a decimal as its text, an instant as a
 * date, an enum constant by its name, a record of a sealed interface with a field that says which.
 * {@link StoredField} and {@link StoredType} say what differs.
 */
public final class RecordCodecs {

    private static final CodecRegistry REGISTRY =
            CodecRegistries.fromProviders(
                    new Provider(),
                    new ValueCodecProvider(),
                    new BsonValueCodecProvider(),
                    new DocumentCodecProvider(),
                    new IterableCodecProvider(),
                    new MapCodecProvider(),
                    new Jsr310CodecProvider());

    private RecordCodecs() {}

    /** For a typed collection, and for records, ids, days and decimals in its filters. */
    public static CodecRegistry registry() {
        return REGISTRY;
    }

    /**
     * @throws IllegalArgumentException if the type, or one it holds, cannot be stored
     */
    public static <T> RecordCodec<T> of(Class<T> type) {
        return new RecordCodec<>(type, Shapes.of(JavaType.of(type)));
    }

    /**
     * That of a generic record.
     *
     * @param arguments of its type variables, in their order
     */
    public static <T> RecordCodec<T> of(Class<? super T> type, Type... arguments) {
        return generic(type, Arrays.asList(arguments));
    }

    @SuppressWarnings("unchecked") // A generic record has one class, whatever its arguments.
    private static <T> RecordCodec<T> generic(Class<?> type, List<? extends Type> arguments) {
        return new RecordCodec<>((Class<T>) type, Shapes.of(JavaType.of(type, arguments)));
    }

    private static final class Provider implements CodecProvider {

        @Override
        public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
            return Shapes.isOurs(type) ? of(type) : null;
        }

        @Override
        public <T> @Nullable Codec<T> get(
                Class<T> type, List<Type> arguments, CodecRegistry registry) {
            return Shapes.isOurs(type) ? generic(type, arguments) : null;
        }
    }
}
