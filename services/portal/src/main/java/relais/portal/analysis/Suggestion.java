package relais.portal.analysis;

/**
 * What somebody may have meant who typed a name.
 *
 * @param value as services take it
 * @param label what people call it, and what it is
 * @param link the same page with it
 */
public record Suggestion(String value, String label, String link) {}
