package relais.contributions.known;

import java.util.Optional;

/** Whatever can be linked to or talked about, of this service and of the others. */
public interface Cards {

    /**
     * Whatever something may link to or talk about, as far as this service knows it.
     *
     * @param id of an aggregate of any service, such as {@code x-…}, {@code c-…} or {@code p-…}
     * @param status the aggregate's own word for where it stands
     * @param isPublic whether everyone may read of it
     * @param firstVersion the first that could be read by all
     * @param version the last one that this service has heard of
     */
    public record KnownCard(
            String id, String status, boolean isPublic, long firstVersion, long version) {}

    /**
     * @param id of any aggregate; one that has no such form is not found
     */
    Optional<KnownCard> find(String id);
}
