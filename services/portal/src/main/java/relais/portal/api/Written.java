package relais.portal.api;

/**
 * What a service answers to a change.
 *
 * @param version of what was changed, for the next change and to read one's own write
 */
public record Written(String id, long version, String status) {}
