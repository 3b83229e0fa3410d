package relais.portal.home;

/**
 * A filter that the feed is narrowed by.
 *
 * @param name of the filter
 * @param words what it is narrowed to
 * @param without the address of the feed without it
 */
public record ActiveFilter(String name, String words, String without) {}
