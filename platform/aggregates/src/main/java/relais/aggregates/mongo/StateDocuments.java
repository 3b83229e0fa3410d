package relais.aggregates.mongo;

import org.bson.Document;

/**
 * How an aggregate's state is written as a document, and read again. A field {@code status} holds
 * the aggregate's own word for where it stands; {@code public} is false while not everyone may read
 * of it.
 */
public interface StateDocuments<S> {

    Document write(S state);

    S read(Document document);
}
