package relais.contributions.contribution;

/** One section of a text as it was saved. */
record Passage(SectionId id, Wording wording) {}
