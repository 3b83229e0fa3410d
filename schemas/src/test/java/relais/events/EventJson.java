package relais.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as JSON that a person can check: dates in ISO 8601, amounts in digits, bytes in
 * hexadecimal.
 *
 * <p>A field that holds its default is left out, so that what an old event says does not change
 * when a later version adds an optional field.
 */
final class EventJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EventJson() {}

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode of(SpecificRecord event) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            boolean isDefault =
                    field.hasDefaultValue()
                            && Objects.equals(value, EventModel.INSTANCE.getDefaultValue(field));
            if (!isDefault) {
                object.set(field.name(), node(value));
            }
        }
        return object;
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case SpecificRecord nested -> of(nested);
            case ByteBuffer bytes -> NODES.textNode(hex(bytes));
            case List<?> items -> {
                ArrayNode array = NODES.arrayNode();
                items.forEach(item -> array.add(node(item)));
                yield array;
            }
            default -> NODES.textNode(value.toString());
        };
    }

    private static String hex(ByteBuffer bytes) {
        // A buffer's position is its reader's: read a view of it.
        byte[] content = new byte[bytes.remaining()];
        bytes.duplicate().get(content);
        return HexFormat.of().formatHex(content);
    }
}
