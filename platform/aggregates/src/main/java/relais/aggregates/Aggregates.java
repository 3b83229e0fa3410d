package relais.aggregates;

import java.util.List;
import java.util.Optional;

/** Where aggregates of one kind are kept, each with the events that it still has to tell. */
public interface Aggregates<S, E> {

    Optional<Stored<S>> find(String id);

    /**
     * Reasons that the rules cannot see, such as a name that another aggregate has. Asked when the
     * rules agree, right before the change is written.
     */
    default List<Refusal> refusals(Change<S, E> change) {
        return List.of();
    }

    /** False: the id exists already, and nothing was written. */
    boolean create(Change<S, E> creation);

    /** False: the version has moved on, and nothing was written. */
    boolean save(Change<S, E> change);
}
