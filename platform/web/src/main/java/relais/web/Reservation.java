package relais.web;

/**
 * An id kept for what a request creates.
 *
 * @param id the id to create under: the same for every repetition of the request
 * @param first false if an earlier request reserved it, whether or not that one came to its end
 */
public record Reservation(String id, boolean first) {}
