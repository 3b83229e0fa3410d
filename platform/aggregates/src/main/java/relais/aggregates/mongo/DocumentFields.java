package relais.aggregates.mongo;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;

/**
 * Values in documents. Days and decimals are texts: days sort as they are, and nothing here is
 * computed by the database. Absent values have no key at all.
 */
public final class DocumentFields {

    private DocumentFields() {}

    public static void put(Document document, String key, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Instant instant -> document.append(key, Date.from(instant));
            case Long _, Integer _, Boolean _, List<?> _, Document _ -> document.append(key, value);
            default -> document.append(key, value.toString());
        }
    }

    public static String text(Document document, String key) {
        return requireNonNull(document.getString(key), key);
    }

    public static LocalDate day(Document document, String key) {
        return LocalDate.parse(text(document, key));
    }

    public static @Nullable LocalDate dayIfAny(Document document, String key) {
        String text = document.getString(key);
        return text == null ? null : LocalDate.parse(text);
    }

    public static BigDecimal decimal(Document document, String key) {
        return new BigDecimal(text(document, key));
    }

    public static @Nullable BigDecimal decimalIfAny(Document document, String key) {
        String text = document.getString(key);
        return text == null ? null : new BigDecimal(text);
    }

    public static Instant instant(Document document, String key) {
        return requireNonNull(document.getDate(key), key).toInstant();
    }

    public static @Nullable Instant instantIfAny(Document document, String key) {
        Date date = document.getDate(key);
        return date == null ? null : date.toInstant();
    }

    public static long number(Document document, String key) {
        return requireNonNull(document.get(key, Number.class), key).longValue();
    }

    public static int smallNumber(Document document, String key) {
        return requireNonNull(document.get(key, Number.class), key).intValue();
    }

    public static Document part(Document document, String key) {
        return requireNonNull(document.get(key, Document.class), key);
    }

    public static List<Document> parts(Document document, String key) {
        return document.getList(key, Document.class, List.of());
    }

    public static List<String> texts(Document document, String key) {
        return document.getList(key, String.class, List.of());
    }

    public static List<PartnerId> partners(Document document, String key) {
        return texts(document, key).stream().map(PartnerId::new).toList();
    }

    public static List<Axis> axes(Document document, String key) {
        return texts(document, key).stream().map(Axis::valueOf).toList();
    }

    /** What a list of identifiers or codes is kept as. */
    public static List<String> written(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
