package relais.feed.query;

/** Which cards are counted, as which reader sees them. */
public record FacetQuestion(Filter filter, Reader reader) {}
