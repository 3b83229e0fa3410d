package relais.experiences.imports;

import java.time.Clock;
import java.util.List;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partners;
import relais.experiences.experience.ExperienceRules;
import relais.experiences.experience.Experiences;
import relais.experiences.experience.GatherCircumstances;

/** Says what an import would do, row by row, and does nothing. */
public record RehearseImport(
        Experiences experiences, Partners partners, GatherCircumstances gather, Clock clock) {

    /**
     * The report that {@link ImportExperiences#importRows} would give now. The ids in it are those
     * that the experiences would have.
     */
    public ImportReport rehearse(List<ImportRow> rows, Actor actor) {
        Rehearsal rehearsal = new Rehearsal(experiences);
        return new ImportExperiences(
                        rehearsal,
                        partners,
                        new ChangeAggregate<>(new ExperienceRules(), rehearsal, gather, clock))
                .importRows(rows, actor);
    }
}
