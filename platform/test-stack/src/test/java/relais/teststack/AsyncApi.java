package relais.teststack;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import relais.events.EventSchemas;
import relais.events.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The log as an AsyncAPI 3 document: a channel for each topic, a message for each type of event
 * with its Avro schema as published, the headers as {@code docs/headers.md} describes them, and
 * what the latest released sample says.
 *
 * @param sources the folder of the sources
 */
record AsyncApi(Path sources) {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
    private static final String BINDING = "0.5.0";

    private record Words(String channel, String title, String summary, String key) {}

    private static final Map<String, Words> WORDS =
            Map.of(
                    Topics.PARTNERS,
                    new Words(
                            "partners",
                            "Partners",
                            "What happens to partners and their mandates.",
                            "The partner's home territory, `scheme:code`."),
                    Topics.EXPERIENCES,
                    new Words(
                            "experiences",
                            "Experiences",
                            "What happens to experiences, their endorsements and adoptions.",
                            "The home territory of the partner that owns the experience,"
                                    + " `scheme:code`."),
                    Topics.CONTRIBUTIONS,
                    new Words(
                            "contributions",
                            "Contributions",
                            "What the committee works on: texts, objectives, actions, working days,"
                                    + " and the messages about any card.",
                            "The home territory of whoever created the aggregate, `scheme:code`;"
                                    + " `pays:FR` for objectives and working days."),
                    Topics.PUBLIC_ACTIVITIES,
                    new Words(
                            "public-activities",
                            "Public activities",
                            "That something happened to a public card; without any text.",
                            "The card's id."),
                    Topics.PUBLIC_CARDS,
                    new Words(
                            "public-cards",
                            "Public cards",
                            "Each public card as it is now; no value once it is not public any"
                                    + " more.",
                            "The card's id."));

    private static final String DESCRIPTION =
            "Every event of the platform, kept for ever: never deleted, never compacted, compatible"
                    + " in both directions with every earlier version (FULL_TRANSITIVE); and the"
                    + " public stream that the feed makes of it, for readers from outside. A value is"
                    + " Avro in the Confluent wire format: a zero byte, the schema's id in the"
                    + " registry as four bytes, most significant first, and the Avro bytes. Events"
                    + " of one aggregate stand in one partition, in order. A record may come twice:"
                    + " its `ce_id` says so.";

    ObjectNode document() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("asyncapi", "3.0.0");
        ObjectNode info = root.putObject("info");
        info.put("title", "Relais: the log of events");
        info.put("version", "1");
        info.put("description", DESCRIPTION);
        info.putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        root.put("defaultContentType", "application/avro");
        ObjectNode channels = root.putObject("channels");
        ObjectNode operations = root.putObject("operations");
        ObjectNode components = root.putObject("components");
        components.putObject("schemas").set("Headers", headers());
        ObjectNode messages = components.putObject("messages");
        EventSchemas.registered()
                .forEach(
                        (topic, events) -> {
                            Words words = requireNonNull(WORDS.get(topic), topic);
                            channels.set(words.channel(), channel(topic, words, events));
                            operations.set("write-" + words.channel(), operation(words));
                            for (Schema event : events) {
                                messages.set(event.getName(), message(topic, words, event));
                            }
                        });
        return root;
    }

    private static ObjectNode channel(String topic, Words words, List<Schema> events) {
        ObjectNode channel = MAPPER.createObjectNode();
        channel.put("address", topic);
        channel.put("title", words.title());
        channel.put("summary", words.summary());
        ObjectNode messages = channel.putObject("messages");
        for (Schema event : events) {
            messages.putObject(event.getName())
                    .put("$ref", "#/components/messages/" + event.getName());
        }
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic);
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        configuration
                .putArray("cleanup.policy")
                .add(topic.equals(Topics.PUBLIC_CARDS) ? "compact" : "delete");
        configuration.put("retention.ms", -1).put("retention.bytes", -1);
        kafka.put("bindingVersion", BINDING);
        return channel;
    }

    private static ObjectNode operation(Words words) {
        ObjectNode operation = MAPPER.createObjectNode();
        operation.put("action", "send");
        operation.put("title", words.title());
        String writer = words.channel().startsWith("public-") ? "feed" : words.channel();
        operation.put("summary", "The service of " + writer + " writes here, and nobody else.");
        operation.putObject("channel").put("$ref", "#/channels/" + words.channel());
        return operation;
    }

    private ObjectNode message(String topic, Words words, Schema event) {
        ObjectNode message = MAPPER.createObjectNode();
        message.put("name", event.getFullName());
        message.put("title", event.getName());
        message.put("summary", event.getDoc());
        message.putObject("headers").put("$ref", "#/components/schemas/Headers");
        message.putObject("payload")
                .put("schemaFormat", AVRO)
                .set("schema", MAPPER.readTree(event.toString()));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", words.key());
        kafka.put("schemaIdLocation", "payload");
        kafka.put("schemaIdPayloadEncoding", "confluent");
        kafka.put("schemaLookupStrategy", "TopicRecordNameStrategy");
        kafka.put("bindingVersion", BINDING);
        message.putArray("examples").addObject().set("payload", sample(topic, event));
        return message;
    }

    private static JsonNode sample(String topic, Schema event) {
        return MAPPER.readTree(ReleasedEvent.text(topic, event.getName()));
    }

    private ObjectNode headers() {
        ObjectNode headers = MAPPER.createObjectNode();
        headers.put("type", "object");
        headers.put(
                "description",
                "CloudEvents 1.0 in the binary mode of its Kafka binding: UTF-8 text.");
        ArrayNode required = headers.putArray("required");
        ObjectNode properties = headers.putObject("properties");
        for (LogHeader header : LogHeader.ofPage(sources.resolve("docs/headers.md"))) {
            properties
                    .putObject(header.name())
                    .put("type", "string")
                    .put("description", header.meaning());
            if (header.always()) {
                required.add(header.name());
            }
        }
        return headers;
    }
}
