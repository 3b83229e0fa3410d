package relais.aggregates.avro;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.aggregates.log.Filed;

/** What a mapping declares: where a component is not the field of its name. */
final class Names {

    private record Path(Class<?> type, String path) {}

    private final String id;
    private final Map<Path, String> fields = new HashMap<>();
    private final Map<Path, Function<Filed, @Nullable String>> fromEnvelope = new HashMap<>();
    private final Map<Class<?>, Function<String, ?>> texts = new HashMap<>();
    private final Set<Path> unused = new HashSet<>();
    private boolean plainDecimals;

    Names(String id) {
        this.id = id;
    }

    void field(Class<?> type, String path, String field) {
        fields.put(new Path(type, path), field);
        unused.add(new Path(type, path));
    }

    void fromEnvelope(Class<?> type, String path, Function<Filed, @Nullable String> value) {
        fromEnvelope.put(new Path(type, path), value);
        unused.add(new Path(type, path));
    }

    void text(Class<?> type, Function<String, ?> parse) {
        texts.put(type, parse);
    }

    void plainDecimals() {
        plainDecimals = true;
    }

    String id() {
        return id;
    }

    boolean hasPlainDecimals() {
        return plainDecimals;
    }

    @Nullable String field(Class<?> type, String path) {
        unused.remove(new Path(type, path));
        return fields.get(new Path(type, path));
    }

    @Nullable Function<Filed, @Nullable String> fromEnvelope(Class<?> type, String path) {
        unused.remove(new Path(type, path));
        return fromEnvelope.get(new Path(type, path));
    }

    @Nullable Function<String, ?> text(Class<?> type) {
        return texts.get(type);
    }

    /** Fails on a declaration that names no component. */
    void requireAllUsed() {
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("No such component: " + unused);
        }
    }
}
