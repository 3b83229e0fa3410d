package relais.portal.page;

import java.util.List;

/** The entries of the main navigation, in its order. */
public record Sections(List<Section> all) {}
