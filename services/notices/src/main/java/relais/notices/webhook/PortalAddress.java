package relais.notices.webhook;

/**
 * Where people read cards.
 *
 * @param address of the portal, without a slash at the end
 */
public record PortalAddress(String address) {}
