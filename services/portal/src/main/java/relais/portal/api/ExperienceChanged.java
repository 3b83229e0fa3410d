package relais.portal.api;

/** What a change of an experience came to: enough to read one's own write. */
public record ExperienceChanged(String id, long version, String status) {}
