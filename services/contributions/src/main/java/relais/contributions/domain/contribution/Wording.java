package relais.contributions.domain.contribution;

/**
 * What a section says.
 *
 * @param heading one line
 * @param body Markdown; may be empty
 */
public record Wording(String heading, String body) {}
