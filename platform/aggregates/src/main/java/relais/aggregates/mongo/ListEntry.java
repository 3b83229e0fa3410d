package relais.aggregates.mongo;

import java.lang.reflect.RecordComponent;
import org.bson.Document;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.codec.StoredField;
import relais.codec.StoredType;

/**
 * What a list shows of each aggregate: a record of fields of its document. They are read, and no
 * others, which may be long.
 */
public record ListEntry<T>(RecordCodec<T> codec, Document projection) {

    /**
     * @param entry whose records of several components are documents within the document
     */
    public static <T> ListEntry<T> of(Class<T> entry) {
        Document projection = new Document();
        project(entry, "", projection);
        return new ListEntry<>(RecordCodecs.of(entry), projection);
    }

    private static void project(Class<?> record, String path, Document projection) {
        for (RecordComponent component : record.getRecordComponents()) {
            StoredField stored = component.getAnnotation(StoredField.class);
            String field =
                    stored == null || stored.name().isEmpty() ? component.getName() : stored.name();
            Class<?> type = component.getType();
            if (type.isRecord() && isDocument(type)) {
                project(type, path + field + ".", projection);
            } else {
                projection.append(path + field, 1);
            }
        }
    }

    private static boolean isDocument(Class<?> record) {
        return record.getRecordComponents().length > 1
                || record.isAnnotationPresent(StoredType.class);
    }
}
