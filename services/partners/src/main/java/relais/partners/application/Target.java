package relais.partners.application;

import org.jspecify.annotations.Nullable;

/**
 * The partner to change, as the caller has last seen it.
 *
 * @param partner its id as received, whatever it looks like
 * @param version the version that was seen; null for any
 */
public record Target(String partner, @Nullable Long version) {}
