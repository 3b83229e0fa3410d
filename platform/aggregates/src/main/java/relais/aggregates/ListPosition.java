package relais.aggregates;

/**
 * Where a list was left: after the last entry that was shown.
 *
 * @param value that the list is ordered by, such as a day or an instant
 * @param id of the entry
 */
public record ListPosition<V>(V value, String id) {}
