package relais.portal.api;

import org.jspecify.annotations.Nullable;

/** Another card; kind is absent if the reader sees no such card, title if not that. */
public record CardRef(String id, @Nullable String kind, @Nullable String title) {}
