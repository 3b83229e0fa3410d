package relais.aggregates;

import java.util.Optional;

/** Where aggregates of one kind are kept, each with the events that it still has to tell. */
public interface Aggregates<S, E> {

    Optional<Stored<S>> find(String id);

    /** False: the id exists already, and nothing was written. */
    boolean create(Change<S, E> creation);

    /** False: the version has moved on, and nothing was written. */
    boolean save(Change<S, E> change);
}
