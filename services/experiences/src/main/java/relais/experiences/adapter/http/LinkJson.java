package relais.experiences.adapter.http;

import org.jspecify.annotations.Nullable;

/** A page to read further. */
record LinkJson(@Nullable String label, @Nullable String url) {}
