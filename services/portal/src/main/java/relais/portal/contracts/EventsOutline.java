package relais.portal.contracts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Every event of the log with its fields, from the AsyncAPI document. */
public record EventsOutline(String description, List<Header> headers, List<Topic> topics) {

    /**
     * @param always whether every record has it
     */
    public record Header(String name, boolean always, String meaning) {}

    public record Topic(String name, String summary, String key, List<Event> events) {}

    /**
     * @param sample one such event as JSON
     */
    public record Event(String name, String meaning, List<Field> fields, String sample) {}

    /**
     * @param path names of fields down to it, with dots between, {@code []} after a list
     * @param type in Avro's words
     */
    public record Field(String path, String type, boolean optional, String meaning) {}

    static EventsOutline of(JsonNode asyncapi) {
        JsonNode headers = asyncapi.at("/components/schemas/Headers");
        List<String> required =
                headers.path("required").valueStream().map(JsonNode::asString).toList();
        return new EventsOutline(
                asyncapi.at("/info/description").asString(""),
                headers.path("properties")
                        .propertyStream()
                        .map(
                                header ->
                                        new Header(
                                                header.getKey(),
                                                required.contains(header.getKey()),
                                                plain(header.getValue())))
                        .toList(),
                asyncapi.path("channels")
                        .valueStream()
                        .map(channel -> topic(asyncapi, channel))
                        .toList());
    }

    /** Its description without the marks of Markdown. */
    private static String plain(JsonNode described) {
        return described.path("description").asString("").replace("`", "").replace("**", "");
    }

    private static Topic topic(JsonNode asyncapi, JsonNode channel) {
        List<JsonNode> messages =
                channel.path("messages")
                        .valueStream()
                        .map(each -> asyncapi.at(each.path("$ref").asString().substring(1)))
                        .toList();
        return new Topic(
                channel.path("address").asString(),
                channel.path("summary").asString(""),
                plain(messages.getFirst().at("/bindings/kafka/key")),
                messages.stream().map(EventsOutline::event).toList());
    }

    private static Event event(JsonNode message) {
        List<Field> fields = new ArrayList<>();
        new AvroFields(fields).add("", message.at("/payload/schema"));
        return new Event(
                message.path("title").asString(),
                message.path("summary").asString(""),
                List.copyOf(fields),
                message.at("/examples/0/payload").toPrettyString());
    }

    /** Lays the fields of a schema out in a list, those of a record in it after it. */
    private record AvroFields(List<Field> found, Map<String, JsonNode> named) {

        AvroFields(List<Field> found) {
            this(found, new HashMap<>());
        }

        void add(String prefix, JsonNode schema) {
            JsonNode type = resolved(schema);
            if (type.path("type").asString("").equals("array")) {
                add(prefix + "[]", type.path("items"));
            } else if (type.path("type").asString("").equals("record")) {
                String before = prefix.isEmpty() ? "" : prefix + ".";
                for (JsonNode field : type.path("fields")) {
                    JsonNode of = present(field.path("type"));
                    String path = before + field.path("name").asString();
                    found.add(
                            new Field(
                                    path,
                                    words(of),
                                    field.path("type").isArray(),
                                    field.path("doc").asString("")));
                    add(path, of);
                }
            }
        }

        /** A field that may be absent is a union of null and what it is else. */
        private static JsonNode present(JsonNode type) {
            return type.isArray() ? type.get(1) : type;
        }

        private String words(JsonNode schema) {
            JsonNode type = resolved(schema);
            if (type.isString()) {
                return type.asString();
            }
            String kind = type.path("type").asString("");
            return switch (kind) {
                case "array" -> "array of " + words(type.path("items"));
                case "enum" ->
                        type.path("symbols")
                                .valueStream()
                                .map(JsonNode::asString)
                                .reduce((left, right) -> left + " | " + right)
                                .orElse("");
                case "record" -> type.path("name").asString();
                default ->
                        type.has("logicalType")
                                ? kind + ", " + type.path("logicalType").asString()
                                : kind;
            };
        }

        /** A named type is written out where it is first used, and named from there on. */
        private JsonNode resolved(JsonNode schema) {
            if (schema.isString()) {
                return named.getOrDefault(schema.asString().replaceFirst(".*\\.", ""), schema);
            }
            if (schema.has("name")) {
                named.put(schema.path("name").asString(), schema);
            }
            return schema;
        }
    }
}
