package relais.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordCodecsTest {

    private record Id(String value) {
        private Id {
            if (value.isBlank()) {
                throw new IllegalArgumentException("an id is not blank");
            }
        }
    }

    record Percent(int value) {}

    private enum Colour {
        RED,
        BLUE
    }

    private record Scalars(
            Id id,
            Percent percent,
            int small,
            long large,
            double fraction,
            boolean flag,
            @Nullable Long absent,
            LocalDate day,
            BigDecimal amount,
            Instant at,
            Colour colour) {}

    private record Lists(
            List<Id> ids,
            Set<String> words,
            Map<Colour, Inner> byColour,
            @Nullable List<String> no) {}

    private record Inner(@Nullable String text, @StoredField(name = "days") List<LocalDate> on) {}

    private record Keyed(@StoredField(keyedBy = "id") Map<Id, Item> items) {}

    private record Item(Id id, String label) {}

    private record Flat(
            @StoredField(unwrapped = true) Item item,
            long version,
            @StoredField(unwrapped = true) @Nullable Inner inner) {}

    private record Stored<S>(S state, List<S> earlier) {}

    private sealed interface Figure {}

    private record Circle(double radius) implements Figure {}

    @StoredType(value = "box")
    private record Box(int width, int height) implements Figure {}

    @StoredType(discriminator = "kind")
    private sealed interface Kinded {}

    @StoredType(value = "RED")
    private record Red(String text, Colour kind) implements Kinded {}

    @StoredType(asText = true)
    record Key(String owner, int number) {
        static Key of(String text) {
            int mark = text.indexOf('#');
            return new Key(text.substring(0, mark), Integer.parseInt(text.substring(mark + 1)));
        }

        @Override
        public String toString() {
            return owner + "#" + number;
        }
    }

    private record Held(Key key, Figure figure, @Nullable Kinded kinded) {}

    @StoredType(asDocument = true)
    private record Alone(String text) {}

    private record Tree(String label, List<Tree> children) {}

    record Derived(Colour colour, boolean secret) {
        @StoredField(name = "public")
        boolean isPublic() {
            return !secret;
        }

        @StoredField
        Optional<Percent> share() {
            return secret ? Optional.empty() : Optional.of(new Percent(3));
        }
    }

    @StoredType(omitsEmpty = true)
    private record Sparse(
            List<String> words,
            Inner inner,
            @StoredField(omittedIfEmpty = true) boolean flag,
            @StoredField(zeroIfAbsent = true) int number) {}

    static Stream<Arguments> values() {
        return Stream.of(
                of(
                        new Scalars(
                                new Id("a"),
                                new Percent(7),
                                1,
                                2,
                                0.5,
                                true,
                                null,
                                LocalDate.parse("2026-01-02"),
                                new BigDecimal("1000.50"),
                                Instant.ofEpochMilli(5),
                                Colour.BLUE),
                        """
                        {"id": "a", "percent": 7, "small": 1, "large": {"$numberLong": "2"},
                        "fraction": 0.5, "flag": true, "day": "2026-01-02", "amount": "1000.50",
                        "at": {"$date": "1970-01-01T00:00:00.005Z"}, "colour": "BLUE"}"""),
                of(
                        new Lists(
                                List.of(new Id("a"), new Id("b")),
                                new LinkedHashSet<>(List.of("z", "y")),
                                Map.of(
                                        Colour.RED,
                                        new Inner("t", List.of(LocalDate.parse("2026-01-02")))),
                                null),
                        """
                        {"ids": ["a", "b"], "words": ["z", "y"],
                        "byColour": {"RED": {"text": "t", "days": ["2026-01-02"]}}}"""),
                of(
                        new Lists(List.of(), Set.of("c", "a", "b"), Map.of(), List.of()),
                        """
                        {"ids": [], "words": ["a", "b", "c"], "byColour": {}, "no": []}"""),
                of(
                        new Keyed(Map.of(new Id("a"), new Item(new Id("a"), "x"))),
                        """
                        {"items": [{"id": "a", "label": "x"}]}"""),
                of(
                        new Flat(new Item(new Id("a"), "x"), 3, null),
                        """
                        {"id": "a", "label": "x", "version": {"$numberLong": "3"}}"""),
                of(
                        new Flat(new Item(new Id("a"), "x"), 3, new Inner("t", List.of())),
                        """
                        {"id": "a", "label": "x", "version": {"$numberLong": "3"}, "text": "t",
                        "days": []}"""),
                of(
                        new Held(new Key("m", 2), new Circle(0.5), new Red("t", Colour.RED)),
                        """
                        {"key": "m#2", "figure": {"type": "Circle", "radius": 0.5},
                        "kinded": {"text": "t", "kind": "RED"}}"""),
                of(
                        new Held(new Key("m", 2), new Box(1, 2), null),
                        """
                        {"key": "m#2", "figure": {"type": "box", "width": 1, "height": 2}}"""),
                of(
                        new Alone("x"),
                        """
                        {"text": "x"}"""),
                of(
                        new Tree("a", List.of(new Tree("b", List.of()))),
                        """
                        {"label": "a", "children": [{"label": "b", "children": []}]}"""),
                of(
                        new Derived(Colour.RED, false),
                        """
                        {"colour": "RED", "secret": false, "public": true, "share": 3}"""),
                of(
                        new Derived(Colour.RED, true),
                        """
                        {"colour": "RED", "secret": true, "public": false}"""),
                of(
                        new Sparse(List.of(), new Inner(null, List.of()), false, 0),
                        """
                        {"inner": {"days": []}, "number": 0}"""));
    }

    private static Arguments of(Object value, String json) {
        return Arguments.of(value, json);
    }

    @ParameterizedTest
    @MethodSource("values")
    void aRecordIsItsDocumentAndBack(Object value, String json) {
        assertIsStored(value, json, RecordCodecs.of(value.getClass()));
    }

    @Test
    void aGenericRecordIsReadByTheArgumentsOfItsType() {
        RecordCodec<Stored<Item>> codec = RecordCodecs.of(Stored.class, Item.class);

        assertIsStored(
                new Stored<>(new Item(new Id("a"), "x"), List.of()),
                """
                {"state": {"id": "a", "label": "x"}, "earlier": []}""",
                codec);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordCodecs.of(Stored.class))
                .withMessageContaining("is unknown");
    }

    @SuppressWarnings("unchecked")
    private static void assertIsStored(Object value, String json, RecordCodec<?> codec) {
        RecordCodec<Object> any = (RecordCodec<Object>) codec;
        Document expected = Document.parse(json);

        assertThat(json(any.toDocument(value))).isEqualTo(json(expected));
        assertThat(any.fromDocument(any.toDocument(value))).isEqualTo(value);
        byte[] bytes = bytes(any, value);
        assertThat(json(decoded(new DocumentCodec(), bytes))).isEqualTo(json(expected));
        assertThat(decoded(any, bytes)).isEqualTo(value);
    }

    @Test
    void aDocumentOfBeforeHasNoListAndMoreThanIsKnown() {
        assertThat(read(Lists.class, "{\"other\": [1, {\"a\": 2}], \"words\": null}"))
                .isEqualTo(new Lists(List.of(), Set.of(), Map.of(), null));
        assertThat(read(Sparse.class, "{\"inner\": {\"text\": \"t\"}}"))
                .isEqualTo(new Sparse(List.of(), new Inner("t", List.of()), false, 0));
        assertThat(read(Sparse.class, "{}"))
                .isEqualTo(new Sparse(List.of(), new Inner(null, List.of()), false, 0));
    }

    @Test
    void fieldsMayComeInAnyOrderAndNumbersInAnyWidth() {
        assertThat(read(Item.class, "{\"label\": \"x\", \"more\": 1, \"id\": \"a\"}"))
                .isEqualTo(new Item(new Id("a"), "x"));
        assertThat(read(Box.class, "{\"height\": {\"$numberLong\": \"2\"}, \"width\": 1.0}"))
                .isEqualTo(new Box(1, 2));
        assertThat(read(Figure.class, "{\"width\": 1, \"height\": 2, \"type\": \"box\"}"))
                .isEqualTo(new Box(1, 2));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsNamed(Class<?> type, String json, String message) {
        assertThatThrownBy(() -> read(type, json))
                .isInstanceOf(UnreadableFieldException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> RecordCodecs.of(type).fromDocument(Document.parse(json)))
                .isInstanceOf(UnreadableFieldException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(Box.class, "{\"width\": 1}", "Box.height: absent"),
                Arguments.of(Item.class, "{\"label\": \"x\"}", "Item.id: absent"),
                Arguments.of(
                        Item.class,
                        "{\"id\": \" \", \"label\": \"x\"}",
                        "Item.id: an id is not blank"),
                Arguments.of(
                        Box.class,
                        "{\"width\": 0.5, \"height\": 1}",
                        "Box.width: 0.5 is not an integer"),
                Arguments.of(
                        Derived.class,
                        "{\"colour\": \"GREEN\"}",
                        "Derived.colour: no constant GREEN"),
                Arguments.of(
                        Held.class,
                        "{\"key\": \"a#1\", \"figure\": {\"type\": \"Cube\"}}",
                        "Figure.type: unknown: Cube"),
                Arguments.of(Figure.class, "{\"radius\": 1}", "Figure.type: absent"));
    }

    private record Odd(String name, Thread thread) {}

    private record Twice(String id, @StoredField(unwrapped = true) Item item) {}

    @Test
    void fieldsStandBesideOthersInOneDocument() {
        RecordCodec<Figure> codec = RecordCodecs.of(Figure.class);
        var document = new BsonDocument();
        try (var writer = new BsonDocumentWriter(document)) {
            writer.writeStartDocument();
            writer.writeString("_id", "b");
            codec.encodeFields(writer, new Box(2, 3));
            writer.writeEndDocument();
        }

        assertThat(document)
                .isEqualTo(BsonDocument.parse("{_id: 'b', type: 'box', width: 2, height: 3}"));
        assertThat(codec.hasField(new Box(2, 3), "width")).isTrue();
        assertThat(codec.hasField(new Box(2, 3), "radius")).isFalse();
    }

    @Test
    void aTypeThatCannotBeStoredIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordCodecs.of(Odd.class))
                .withMessage("Odd.thread: class java.lang.Thread cannot be stored");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordCodecs.of(Twice.class))
                .withMessageContaining("Two fields");
    }

    @Test
    void theRegistryStoresInFiltersWhatRecordsHold() {
        Document filter =
                new Document("id", new Id("a"))
                        .append("day", LocalDate.parse("2026-01-02"))
                        .append("amount", new BigDecimal("1.50"))
                        .append("in", Arrays.asList(Colour.RED, "x"));

        assertThat(filter.toBsonDocument(Document.class, RecordCodecs.registry()).toJson())
                .isEqualTo(
                        "{\"id\": \"a\", \"day\": \"2026-01-02\", \"amount\": \"1.50\","
                                + " \"in\": [\"RED\", \"x\"]}");
        assertThat(RecordCodecs.registry().get(Figure.class)).isInstanceOf(RecordCodec.class);
    }

    private static <T> T read(Class<T> type, String json) {
        return decoded(
                RecordCodecs.registry().get(type),
                bytes(new DocumentCodec(), Document.parse(json)));
    }

    private static <T> byte[] bytes(Codec<T> codec, T value) {
        var buffer = new BasicOutputBuffer();
        codec.encode(new BsonBinaryWriter(buffer), value, EncoderContext.builder().build());
        return buffer.toByteArray();
    }

    private static <T> T decoded(Codec<T> codec, byte[] bytes) {
        return codec.decode(
                new BsonBinaryReader(ByteBuffer.wrap(bytes)), DecoderContext.builder().build());
    }

    private static String json(Document document) {
        return document.toJson();
    }
}
