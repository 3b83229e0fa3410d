package relais.contributions.known;

import java.util.Optional;

/** Whatever can be linked to or talked about, of this service and of the others. */
public interface Cards {

    /**
     * @param id of any aggregate; one that has no such form is not found
     */
    Optional<KnownCard> find(String id);
}
