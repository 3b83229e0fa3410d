package relais.contributions.known;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of calls, made as a caller's JSON makes them. */
public final class Bodies {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Bodies() {}

    /**
     * A body with other values in some fields.
     *
     * @param fields names and values in turn
     */
    public static <T> T with(T body, @Nullable Object... fields) {
        ObjectNode json = JSON.valueToTree(body);
        for (int i = 0; i < fields.length; i += 2) {
            json.set((String) requireNonNull(fields[i]), JSON.valueToTree(fields[i + 1]));
        }
        @SuppressWarnings("unchecked") // The class of a body is its own.
        Class<T> type = (Class<T>) body.getClass();
        return JSON.treeToValue(json, type);
    }

    public static <T> T of(Class<T> type, String json) {
        return JSON.readValue(json, type);
    }
}
