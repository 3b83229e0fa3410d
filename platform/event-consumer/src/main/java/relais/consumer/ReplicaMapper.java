package relais.consumer;

import org.bson.Document;

/**
 * How a replica's state lies in its document.
 *
 * @param <S> what the service knows of an aggregate
 */
public interface ReplicaMapper<S> {

    /** The state's fields, at least one, without {@code _id} and {@code version}. */
    Document write(S state);

    /** The state of a document that holds {@code _id}, {@code version} and the state's fields. */
    S read(Document document);
}
