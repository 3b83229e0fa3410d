package relais.aggregates.mongo;

import org.bson.Document;
import relais.codec.RecordCodec;

/**
 * How an aggregate's state is written as a document, and read again. A field {@code status} holds
 * the aggregate's own word for where it stands; {@code public} is false while not everyone may read
 * of it.
 */
public interface StateDocuments<S> {

    Document write(S state);

    S read(Document document);

    /** A state that is a record is its own document. */
    static <S> StateDocuments<S> of(RecordCodec<S> codec) {
        return new StateDocuments<>() {
            @Override
            public Document write(S state) {
                return codec.toDocument(state);
            }

            @Override
            public S read(Document document) {
                return codec.fromDocument(document);
            }
        };
    }
}
