package relais.contributions.known;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceWithdrawn;

/** Reads, in the experiences' published language, what a citation relies on. */
final class ExperienceFactReader {

    private ExperienceFactReader() {}

    /**
     * @param at the event's time
     * @throws IllegalArgumentException if the event is of another type
     */
    static ExperienceFact read(SpecificRecord event, Instant at) {
        return switch (event) {
            case ExperiencePublished _ -> new ExperienceFact.Published();
            case ExperienceRevised e ->
                    new ExperienceFact.Changed(EvidenceChange.REVISED, at, e.getSummary());
            case ExperienceWithdrawn e ->
                    new ExperienceFact.Changed(EvidenceChange.WITHDRAWN, at, e.getReason());
            case ExperienceModerated e ->
                    new ExperienceFact.Changed(EvidenceChange.MODERATED, at, e.getReason());
            default ->
                    throw new IllegalArgumentException(
                            "Nothing that a citation relies on: "
                                    + event.getSchema().getFullName());
        };
    }
}
