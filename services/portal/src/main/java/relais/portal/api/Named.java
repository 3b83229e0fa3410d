package relais.portal.api;

/** A thing with a name: a partner, a territory. */
public record Named(String id, String name) {}
