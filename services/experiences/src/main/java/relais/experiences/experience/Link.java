package relais.experiences.experience;

/** A page to read further; {@code http} or {@code https} only. */
public record Link(String label, String url) {}
