package relais.portal.call;

import org.jspecify.annotations.Nullable;

/** What a service answers to a change, with the version to name next; messages lack status. */
public record Written(String id, long version, @Nullable String status) {}
