package relais.contributions.adapter.kafka;

import org.apache.avro.specific.SpecificRecord;
import relais.contributions.application.reaction.OwnEvent;
import relais.contributions.domain.ExperienceId;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.EvidenceCited;

/** Reads, in this service's own published language, what it has to answer. */
final class OwnEventReader {

    private OwnEventReader() {}

    /**
     * @throws IllegalArgumentException if the event is of another type or its values make no sense
     */
    static OwnEvent read(SpecificRecord event) {
        return switch (event) {
            case EvidenceCited e ->
                    new OwnEvent.EvidenceCited(
                            e.getContributionId(), new ExperienceId(e.getExperienceId()));
            case ContributionAdopted e ->
                    new OwnEvent.ContributionAdopted(e.getContributionId(), e.getSupersedes());
            default ->
                    throw new IllegalArgumentException(
                            "Nothing to answer: " + event.getSchema().getFullName());
        };
    }
}
