package relais.aggregates.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

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
}
