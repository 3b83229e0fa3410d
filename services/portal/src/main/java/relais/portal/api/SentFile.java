package relais.portal.api;

/** A file that the service of experiences took: a card names it by its hash. */
public record SentFile(String hash, String use, String type, long bytes, int width, int height) {}
