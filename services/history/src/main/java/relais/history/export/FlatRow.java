package relais.history.export;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.log.Envelope;

/**
 * The columns of CSV, Avro and Parquet exports, in this order for ever: a new one goes to the end.
 * Values are texts, whole numbers and booleans; an absent one is null. Times are RFC 3339 in UTC.
 */
public enum FlatRow {
    ID(Kind.TEXT, of(Envelope::id)),
    TYPE(Kind.TEXT, of(Envelope::type)),
    AGGREGATE(Kind.TEXT, of(Envelope::aggregateId)),
    SEQUENCE(Kind.NUMBER, of(Envelope::sequence)),
    TIME(Kind.TEXT, of(envelope -> envelope.time().toString())),
    TERRITORY(Kind.TEXT, of(Envelope::territory)),
    EPCI(Kind.TEXT, row -> row.parentTerritories().epci()),
    DEPARTEMENT(Kind.TEXT, row -> row.parentTerritories().departement()),
    REGION(Kind.TEXT, row -> row.parentTerritories().region()),
    ACADEMIE(Kind.TEXT, row -> row.parentTerritories().academie()),
    PARTNER(Kind.TEXT, of(Envelope::partner)),
    ACTOR(Kind.TEXT, of(Envelope::actor)),
    CORRELATION_ID(Kind.TEXT, of(Envelope::correlationId)),
    CAUSATION_ID(Kind.TEXT, of(Envelope::causationId)),
    ARCHIVE(Kind.BOOLEAN, of(Envelope::archive)),
    TOPIC(Kind.TEXT, row -> row.event().place().partition().topic()),
    PARTITION(Kind.NUMBER, row -> (long) row.event().place().partition().partition()),
    OFFSET(Kind.NUMBER, row -> row.event().place().offset()),
    APPENDED_AT(Kind.TEXT, row -> row.event().place().appendedAt().toString()),
    KEY(Kind.TEXT, row -> row.event().key()),
    AXES(Kind.TEXT, row -> row.data() == null ? null : String.join("|", row.data().axes())),
    /** The event itself as JSON text. */
    DATA(Kind.JSON, Row::data),
    UNREADABLE(Kind.TEXT, Row::unreadable),
    TEXT_HIDDEN(Kind.BOOLEAN, Row::textHidden);

    /** What a column holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        /** JSON text. */
        JSON
    }

    /** All of them, in their order. */
    public static final List<FlatRow> COLUMNS = List.of(values());

    private final Kind kind;
    private final String column = name().toLowerCase(Locale.ROOT);

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Function<Row, @Nullable Object> value;

    FlatRow(Kind kind, Function<Row, @Nullable Object> value) {
        this.kind = kind;
        this.value = value;
    }

    private static Function<Row, @Nullable Object> of(
            Function<Envelope, @Nullable Object> attribute) {
        return row -> row.envelope() == null ? null : attribute.apply(row.envelope());
    }

    /** The column's name in every format, such as {@code appended_at}. */
    public String column() {
        return column;
    }

    public Kind kind() {
        return kind;
    }

    /** A String, a Long, a Boolean, or for {@link Kind#JSON} a {@link Payload}; null if absent. */
    public @Nullable Object in(Row row) {
        return value.apply(row);
    }
}
