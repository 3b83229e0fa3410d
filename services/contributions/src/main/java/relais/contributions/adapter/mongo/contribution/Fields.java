package relais.contributions.adapter.mongo.contribution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.contributions.domain.Axis;
import relais.contributions.domain.PartnerId;

/** How values stand in the documents of this package. Absent values have no key at all. */
final class Fields {

    private Fields() {}

    static void put(Document document, String key, @Nullable Object value) {
        if (value != null) {
            document.append(key, value);
        }
    }

    static void put(Document document, String key, @Nullable Instant instant) {
        if (instant != null) {
            document.append(key, Date.from(instant));
        }
    }

    static String text(Document document, String key) {
        return requireNonNull(document.getString(key), key);
    }

    static Instant instant(Document document, String key) {
        return requireNonNull(document.getDate(key), key).toInstant();
    }

    static @Nullable Instant instantIfAny(Document document, String key) {
        Date date = document.getDate(key);
        return date == null ? null : date.toInstant();
    }

    static long number(Document document, String key) {
        return requireNonNull(document.get(key, Number.class), key).longValue();
    }

    static Document part(Document document, String key) {
        return requireNonNull(document.get(key, Document.class), key);
    }

    static List<Document> parts(Document document, String key) {
        return document.getList(key, Document.class, List.of());
    }

    static List<String> texts(Document document, String key) {
        return document.getList(key, String.class, List.of());
    }

    static List<String> written(List<PartnerId> partners) {
        return partners.stream().map(PartnerId::value).toList();
    }

    static List<PartnerId> partners(Document document, String key) {
        return texts(document, key).stream().map(PartnerId::new).toList();
    }

    static List<Axis> axes(Document document) {
        return texts(document, "axes").stream().map(Axis::valueOf).toList();
    }
}
