package relais.portal.home;

/**
 * A value that the feed can be narrowed by.
 *
 * @param value as the address has it
 * @param count of the cards it would leave
 * @param chosen whether the feed is narrowed by it
 * @param link the address of the feed with it, or without if it is chosen
 */
public record Option(String value, String words, long count, boolean chosen, String link) {}
