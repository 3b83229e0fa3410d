package relais.feed.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cards, as a store answers for them. Nothing is redacted yet but by {@link Reader}'s reach.
 */
public interface Cards {

    /**
     * One card for each subject that matches, the latest date first. Long texts of contributions
     * are left out of lists.
     *
     * @param after a position; only what comes after it in the list
     */
    default List<StoredCard> page(Filter filter, Reader reader, @Nullable String after, int limit) {
        return page(filter, reader, CardOrder.DATE, after, limit);
    }

    /**
     * The same in some order; cards that the order is not of are left out.
     *
     * @param after a place in that order; only what comes after it in the list
     */
    List<StoredCard> page(
            Filter filter, Reader reader, CardOrder order, @Nullable String after, int limit);

    /** The same of those that somebody has adopted, or once had; the first of them. */
    List<StoredCard> adopted(Filter filter, Reader reader, int limit);

    /** The current version, or the one that was valid at an instant. */
    Optional<StoredCard> find(String aggregateId, @Nullable Instant asOf);

    Optional<StoredCard> version(String aggregateId, long version);

    /** These cards, now or at an instant; one that is not known is absent. */
    Map<String, StoredCard> all(Collection<String> aggregateIds, @Nullable Instant asOf);

    /** These versions, by {@code aggregateId:version}; one that is not known is absent. */
    Map<String, StoredCard> versions(Collection<String> versionIds);

    /**
     * Cards that refer to this one, the latest date first: contributions that cite it, unless they
     * were withdrawn, actions that serve it, and experiences whose adoption led to it.
     */
    List<StoredCard> referring(
            String aggregateId, Reader reader, @Nullable Instant asOf, int limit);

    /** How many messages about this card stand. */
    long messages(String aggregateId, @Nullable Instant asOf);

    /** What others say about a card, as {@link #referring} and {@link #messages} tell it. */
    record Referring(List<StoredCard> cards, long messages) {}

    /** Both of these at once, for the page of one card. */
    default Referring about(String aggregateId, Reader reader, @Nullable Instant asOf, int limit) {
        return new Referring(
                referring(aggregateId, reader, asOf, limit), messages(aggregateId, asOf));
    }

    /** Which of these versions, {@code aggregateId:version}, have been written. Cheap. */
    Set<String> existing(Collection<String> versionIds);

    default boolean has(String aggregateId, long version) {
        return !existing(Set.of(aggregateId + ":" + version)).isEmpty();
    }

    /**
     * Versions, the latest first; without the long texts of contributions.
     *
     * @param below only versions below this one
     */
    List<StoredCard> versions(
            String aggregateId, Reader reader, @Nullable Instant asOf, long below, int limit);

    /** Names of partners at an instant, or now; one that is not known is absent. */
    Map<String, String> partnerNames(Collection<String> partnerIds, @Nullable Instant asOf);

    /**
     * How many cards match, by value of each facet: one count a card, whatever is being written.
     *
     * @param others which of those that {@linkplain Facet#isOnRequest are not counted always}
     */
    Map<Facet, Map<String, Long>> count(Filter filter, Reader reader, Set<Facet> others);
}
