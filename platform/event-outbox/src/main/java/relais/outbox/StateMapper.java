package relais.outbox;

import org.bson.Document;

/**
 * How a service writes its aggregate's state as a MongoDB document and reads it back.
 *
 * @param <S> the aggregate's state
 */
public interface StateMapper<S> {

    /** The state as a document; {@link #read} of it gives an equal state. */
    Document write(S state);

    /** The state that {@link #write} wrote, by this version of the code or an older one. */
    S read(Document document);
}
