package relais.experiences.application;

import java.util.List;
import relais.experiences.domain.Actor;

/** Says what an import would do, row by row, and does nothing. */
public final class RehearseImport {

    private final Experiences experiences;
    private final Partners partners;
    private final GatherCircumstances gather;

    public RehearseImport(Experiences experiences, Partners partners, GatherCircumstances gather) {
        this.experiences = experiences;
        this.partners = partners;
        this.gather = gather;
    }

    /**
     * The report that {@link ImportExperiences#importRows} would give now. The ids in it are those
     * that the experiences would have.
     */
    public ImportReport rehearse(List<ImportRow> rows, Actor actor) {
        return Rehearsal.of(experiences, partners, gather).importRows(rows, actor);
    }
}
