package relais.portal.analysis;

/**
 * What somebody may have meant who typed a name.
 *
 * @param label what people call it, and what it is
 * @param link the same page with it
 */
public record Suggestion(String label, String link) {}
