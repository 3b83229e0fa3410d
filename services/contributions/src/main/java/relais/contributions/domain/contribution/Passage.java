package relais.contributions.domain.contribution;

/** One section of a text as it was saved. */
public record Passage(SectionId id, Wording wording) {}
