package relais.experiences.domain;

/** What a reviewer asks to change in one field of the card. */
public record FieldComment(String field, String comment) {}
