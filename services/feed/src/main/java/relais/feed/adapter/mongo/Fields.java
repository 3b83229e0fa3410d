package relais.feed.adapter.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One document, field by field. Absent values have no field; instants are BSON dates; days and
 * decimals are texts, which keep every digit.
 */
final class Fields {

    private final Document document;

    Fields(Document document) {
        this.document = document;
    }

    static Fields empty() {
        return new Fields(new Document());
    }

    Document document() {
        return document;
    }

    Fields put(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Instant instant -> document.append(name, Date.from(instant));
            case LocalDate day -> document.append(name, day.toString());
            case BigDecimal decimal -> document.append(name, decimal.toPlainString());
            case Enum<?> symbol -> document.append(name, symbol.name());
            case List<?> list when list.isEmpty() -> {}
            case Fields nested when nested.document.isEmpty() -> {}
            case Fields nested -> document.append(name, nested.document);
            default -> document.append(name, value);
        }
        return this;
    }

    boolean has(String name) {
        return document.get(name) != null;
    }

    String text(String name) {
        return Objects.requireNonNull(document.getString(name), name);
    }

    @Nullable String textOrNull(String name) {
        return document.getString(name);
    }

    long number(String name) {
        return ((Number) Objects.requireNonNull(document.get(name), name)).longValue();
    }

    /** 0 if it is absent. */
    double fraction(String name) {
        return document.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    boolean flag(String name) {
        return document.getBoolean(name, false);
    }

    Instant instant(String name) {
        return Objects.requireNonNull(document.getDate(name), name).toInstant();
    }

    @Nullable Instant instantOrNull(String name) {
        Date date = document.getDate(name);
        return date == null ? null : date.toInstant();
    }

    LocalDate day(String name) {
        return LocalDate.parse(text(name));
    }

    @Nullable LocalDate dayOrNull(String name) {
        String day = document.getString(name);
        return day == null ? null : LocalDate.parse(day);
    }

    @Nullable BigDecimal decimalOrNull(String name) {
        String decimal = document.getString(name);
        return decimal == null ? null : new BigDecimal(decimal);
    }

    <E extends Enum<E>> E symbol(Class<E> type, String name) {
        return Enum.valueOf(type, text(name));
    }

    List<String> texts(String name) {
        List<String> texts = document.getList(name, String.class);
        return texts == null ? List.of() : texts;
    }

    Fields nested(String name) {
        Document nested = document.get(name, Document.class);
        return new Fields(nested == null ? new Document() : nested);
    }

    List<Fields> list(String name) {
        List<Document> list = document.getList(name, Document.class);
        return list == null ? List.of() : list.stream().map(Fields::new).toList();
    }
}
