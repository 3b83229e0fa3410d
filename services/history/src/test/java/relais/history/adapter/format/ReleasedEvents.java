package relais.history.adapter.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import relais.events.SchemaRegistry;
import relais.events.UnknownSchema;

/**
 * Records of one partition: an event of each released schema, events of a schema that no build has
 * yet, and what else may lie in a topic. It is the registry of their schemas, too.
 */
final class ReleasedEvents implements SchemaRegistry {

    private static final Path RELEASED =
            Path.of("..", "..", "schemas", "src", "test", "resources", "history");

    private static final String ODD_TEXT =
            "=1+1\t\"cité\", l’été\r\nœuvre \\ / \u0000\u0001\u001f\u007f\u0085\u2028\ud83d\ude00 <b>";

    private final List<Schema> schemas = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    ReleasedEvents() {
        try {
            released();
            later();
            odd();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    static boolean isHidden(String aggregate) {
        return aggregate.endsWith("7");
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return schemas.indexOf(schema);
    }

    @Override
    public Schema byId(int id) {
        if (id < 0 || id >= schemas.size()) {
            throw new UnknownSchema("No schema has the id " + id);
        }
        return schemas.get(id);
    }

    /** Each twice, of several places and days, the second time with every attribute. */
    private void released() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(RELEASED)) {
            files =
                    all.filter(file -> file.toString().endsWith(".avsc"))
                            // What is no part of the log is in no export of it.
                            .filter(file -> !file.toString().contains("relais.public."))
                            .sorted()
                            .toList();
        }
        for (Path file : files) {
            Schema schema = new Schema.Parser().parse(Files.readString(file));
            byte[] event =
                    Files.readAllBytes(
                            file.resolveSibling(
                                    file.getFileName().toString().replace(".avsc", ".bin")));
            add(headers(schema.getFullName()), framed(schema, event));
            Map<String, String> all = headers(schema.getFullName());
            all.put("ce_partner", "p-departement-45");
            all.put("ce_actor", "m-\"é\"");
            all.put("ce_correlationid", "r-1");
            all.put("ce_causationid", "-x-1:1");
            all.put("ce_archive", "true");
            add(all, framed(schema, event));
        }
    }

    /** Of a schema with all that Avro has. */
    private void later() throws IOException {
        Schema color = Schema.createEnum("Color", null, "later", List.of("RED", "GREEN"));
        Schema hash = Schema.createFixed("Hash", null, "later", 3);
        Schema text = Schema.create(Schema.Type.STRING);
        Schema whole = Schema.create(Schema.Type.LONG);
        Schema bytes = Schema.create(Schema.Type.BYTES);
        Schema nothing = Schema.create(Schema.Type.NULL);
        Schema decimal = LogicalTypes.decimal(20, 8).addToSchema(Schema.create(Schema.Type.BYTES));
        Schema day = LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
        Schema instant =
                LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
        Schema micros = LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
        Schema several = Schema.createUnion(nothing, text, color, decimal, instant);
        Schema inner =
                Schema.createRecord(
                        "Inner",
                        null,
                        "later",
                        false,
                        List.of(
                                new Schema.Field("axes", text),
                                new Schema.Field("title", several),
                                new Schema.Field("content", Schema.createArray(several)),
                                new Schema.Field("territory", day)));
        Schema schema =
                Schema.createRecord(
                        "ExperienceSubmitted",
                        null,
                        "relais.events.experiences",
                        false,
                        List.of(
                                new Schema.Field("content", inner),
                                new Schema.Field("odd \u00e9".replace(" ", "_"), text),
                                new Schema.Field("colors", Schema.createArray(color)),
                                new Schema.Field("axes", Schema.createArray(several)),
                                new Schema.Field("map", Schema.createMap(whole)),
                                new Schema.Field("maybe", Schema.createUnion(nothing, inner)),
                                new Schema.Field("last", Schema.createUnion(text, nothing)),
                                new Schema.Field("hash", hash),
                                new Schema.Field("ratio", Schema.create(Schema.Type.DOUBLE)),
                                new Schema.Field("share", Schema.create(Schema.Type.FLOAT)),
                                new Schema.Field("truth", Schema.create(Schema.Type.BOOLEAN)),
                                new Schema.Field("number", Schema.create(Schema.Type.INT)),
                                new Schema.Field("long", whole),
                                new Schema.Field("bytes", bytes),
                                new Schema.Field("nothing", nothing),
                                new Schema.Field("micros", micros),
                                new Schema.Field(
                                        "lists", Schema.createArray(Schema.createArray(inner)))));
        GenericData.Record within =
                new GenericRecordBuilder(inner)
                        .set("axes", "USES")
                        .set("title", ODD_TEXT)
                        .set(
                                "content",
                                Arrays.asList(
                                        null,
                                        "text",
                                        new GenericData.EnumSymbol(color, "GREEN"),
                                        new BigDecimal("0.00000001"),
                                        Instant.parse("2016-01-01T00:00:00.120Z")))
                        .set("territory", 16_801)
                        .build();
        for (int i = 0; i < 4; i++) {
            GenericData.Record event =
                    new GenericRecordBuilder(schema)
                            .set("content", within)
                            .set("odd_\u00e9", ODD_TEXT)
                            .set("colors", List.of(new GenericData.EnumSymbol(color, "RED")))
                            .set("axes", Arrays.asList("USES", null, "A|B"))
                            .set("map", Map.of("é", 1L))
                            .set("maybe", i % 2 == 0 ? null : within)
                            .set("last", i % 2 == 0 ? null : "=texte")
                            .set("hash", new GenericData.Fixed(hash, new byte[] {1, 2, 3}))
                            .set("ratio", 0.1 * i)
                            .set("share", 1e-9f * i)
                            .set("truth", i % 2 == 0)
                            .set("number", -i)
                            .set("long", Long.MIN_VALUE + i)
                            .set("bytes", ByteBuffer.wrap(new byte[i + 3]))
                            .set("nothing", null)
                            .set("micros", 1_000_001L * i)
                            .set("lists", List.of(List.of(within), List.of()))
                            .build();
            add(headers(schema.getFullName()), framed(schema, written(schema, event)));
        }
    }

    private void odd() throws IOException {
        Schema schema = schemas.getFirst();
        Schema line =
                Schema.createRecord(
                        "ExperienceReturned",
                        null,
                        "relais.events.experiences",
                        false,
                        List.of(
                                new Schema.Field("reason", Schema.create(Schema.Type.STRING)),
                                new Schema.Field(
                                        "choice",
                                        Schema.createUnion(
                                                Schema.create(Schema.Type.NULL),
                                                Schema.create(Schema.Type.INT)))));
        GenericData.Record event =
                new GenericRecordBuilder(line).set("reason", "Trop court").set("choice", 3).build();
        byte[] good = framed(line, written(line, event));
        String type = line.getFullName();

        add(Map.of(), good);
        add(without(type, "ce_time"), good);
        for (String time :
                List.of(
                        "yesterday",
                        "2016-01-01T10:00:00+02:00",
                        "2016-01-01T10:00:00.123456789Z",
                        "2016-01-01T10:00:00Z",
                        "2016-01-01T10:00Z",
                        "2016-01-01T10:00:00.000Z",
                        "2016-01-01T10:00:00.120Z",
                        "2016-02-30T10:00:00.120Z",
                        "2016-02-29T24:00:00.000Z",
                        "2016-02-29T23:59:60.000Z",
                        "2016-02-29T23:5a:00.000Z",
                        "1999-12-31T23:30:00.000Z",
                        "+12016-02-29T23:50:00.000Z",
                        "-0001-02-28T23:50:00.000Z",
                        "1969-07-20T20:17:40.001Z")) {
            add(with(type, "ce_time", time), good);
        }
        for (String sequence : List.of("0", "-1", "+5", "007", "many", "9223372036854775808")) {
            add(with(type, "ce_sequence", sequence), good);
        }
        for (String text : List.of("", ODD_TEXT, "+33", "-", "@", "#", "a ", " a", "é", "0", "{")) {
            add(with(type, "ce_id", text), good);
            add(with(type, "ce_partner", text), good);
            add(with(type, "ce_type", text), good);
        }
        for (String territory :
                List.of("commune:25056", "region:24", "pays:FR", "nowhere", "commune:00000")) {
            add(with(type, "ce_territory", territory), good);
        }
        add(headers(type), new byte[0]);
        add(headers(type), null);
        add(headers(type), new byte[] {0, 0, 0});
        add(headers(type), new byte[] {1, 0, 0, 0, 1, 5});
        add(headers(type), ByteBuffer.allocate(9).put((byte) 0).putInt(999).array());
        for (int length = 5; length < good.length; length++) {
            add(headers(type), Arrays.copyOf(good, length));
        }
        add(headers(type), Arrays.copyOf(good, good.length + 3));
        byte[] noSuchBranch = good.clone();
        noSuchBranch[good.length - 2] = 8;
        add(headers(type), noSuchBranch);
        byte[] negative = good.clone();
        negative[5] = 1;
        add(headers(type), negative);
        byte[] malformed = good.clone();
        malformed[8] = (byte) 0xC3;
        malformed[10] = (byte) 0xFF;
        malformed[good.length - 3] = (byte) 0xE2;
        add(headers(type), malformed);
        add(headers(type), framed(schema, new byte[] {2, 'a'}));
        records.add(record(null, headers(type), good));
        records.add(record(new byte[] {'a', (byte) 0xFF}, headers(type), good));
        ConsumerRecord<byte[], byte[]> twice = record("twice".getBytes(UTF_8), headers(type), good);
        twice.headers().add("ce_actor", "first".getBytes(UTF_8));
        twice.headers().add("ce_actor", "second".getBytes(UTF_8));
        twice.headers().add("ce_causationid", null);
        twice.headers().add("x", new byte[] {(byte) 0xFF});
        records.add(twice);
    }

    private Map<String, String> headers(String type) {
        int number = records.size();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", "x-" + number + ":1");
        headers.put("ce_type", type);
        headers.put("ce_subject", "x-" + number);
        headers.put(
                "ce_time",
                number % 2 == 0
                        ? "2015-12-31T%02d:30:00.000Z".formatted(number % 24)
                        : "2016-07-0%dT21:59:%02d.%03dZ"
                                .formatted(1 + number % 9, number % 60, number));
        headers.put("ce_sequence", "" + number);
        headers.put("ce_territory", number % 3 == 0 ? "commune:33063" : "departement:45");
        return headers;
    }

    private Map<String, String> with(String type, String name, String value) {
        Map<String, String> headers = headers(type);
        headers.put(name, value);
        return headers;
    }

    private Map<String, String> without(String type, String name) {
        Map<String, String> headers = headers(type);
        headers.remove(name);
        return headers;
    }

    private void add(Map<String, String> headers, byte @Nullable [] value) {
        records.add(record(("clé " + records.size()).getBytes(UTF_8), headers, value));
    }

    private ConsumerRecord<byte[], byte[]> record(
            byte @Nullable [] key, Map<String, String> headers, byte @Nullable [] value) {
        RecordHeaders named = new RecordHeaders();
        headers.forEach((name, text) -> named.add(name, text.getBytes(UTF_8)));
        int offset = records.size();
        return new ConsumerRecord<>(
                "relais.experiences",
                3,
                offset,
                1_700_000_000_000L + offset * 250L,
                TimestampType.LOG_APPEND_TIME,
                key == null ? -1 : key.length,
                value == null ? -1 : value.length,
                key,
                value,
                named,
                Optional.empty());
    }

    private byte[] framed(Schema schema, byte[] event) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return ByteBuffer.allocate(5 + event.length)
                .put((byte) 0)
                .putInt(schemas.indexOf(schema))
                .put(event)
                .array();
    }

    private static byte[] written(Schema schema, Object event) throws IOException {
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        model.addLogicalTypeConversion(
                new org.apache.avro.data.TimeConversions.TimestampMillisConversion());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema, model).write(event, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
