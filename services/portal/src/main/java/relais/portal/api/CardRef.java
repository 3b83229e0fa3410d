package relais.portal.api;

import org.jspecify.annotations.Nullable;

/**
 * Another card that is spoken of.
 *
 * @param kind absent if there is no such card that the reader may see
 * @param title absent if the reader may not see it
 */
public record CardRef(String id, @Nullable String kind, @Nullable String title) {}
