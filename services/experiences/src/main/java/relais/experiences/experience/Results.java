package relais.experiences.experience;

/** What came of an experience or of its adoption. */
public record Results(ResultKind kind, String text) {}
