package relais.partners.application;

/**
 * The partner to change, as the caller has last seen it.
 *
 * @param partner its id as received, whatever it looks like
 */
public record Target(String partner, long version) {}
