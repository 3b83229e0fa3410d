package relais.portal.call;

import org.jspecify.annotations.Nullable;

/**
 * What a service answers to a change.
 *
 * @param version of what was changed, for the next change and to read one's own write
 * @param status absent of a message
 */
public record Written(String id, long version, @Nullable String status) {}
