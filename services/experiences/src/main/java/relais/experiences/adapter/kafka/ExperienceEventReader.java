package relais.experiences.adapter.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.experiences.AdoptionEnded;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.EndorsementRetracted;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceConfirmed;
import relais.events.experiences.ExperienceEndorsed;
import relais.events.experiences.ExperienceHighlighted;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceResubmitted;
import relais.events.experiences.ExperienceReturned;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.ExperienceTakenBack;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.experiences.HighlightRetracted;
import relais.experiences.domain.AdoptionId;
import relais.experiences.domain.ExperienceEvent;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.FieldComment;
import relais.experiences.domain.PartnerId;
import relais.experiences.domain.TerritoryCode;

/**
 * Reads an experience's event from the published language: what {@link ExperienceEventAvroMapper}
 * said.
 */
final class ExperienceEventReader {

    private ExperienceEventReader() {}

    /**
     * @param home the record's key: where the experience stays filed
     * @throws IllegalArgumentException if it is of another type, or its values make no sense: this
     *     build did not write it, nor one before
     */
    static ExperienceEvent fromAvro(SpecificRecord event, String home) {
        return switch (event) {
            case ExperienceSubmitted e ->
                    new ExperienceEvent.Submitted(
                            new ExperienceId(e.getExperienceId()),
                            new PartnerId(e.getPartnerId()),
                            new TerritoryCode(home),
                            ContentAvroReader.fromAvro(e.getContent()),
                            partner(e.getCompetentPartnerId()),
                            e.getExternalId());
            case ExperienceReturned e ->
                    new ExperienceEvent.Returned(
                            e.getReason(),
                            e.getComments().stream()
                                    .map(c -> new FieldComment(c.getField(), c.getComment()))
                                    .toList());
            case ExperienceResubmitted e ->
                    new ExperienceEvent.Resubmitted(
                            ContentAvroReader.fromAvro(e.getContent()),
                            partner(e.getCompetentPartnerId()));
            case ExperienceTakenBack e -> new ExperienceEvent.TakenBack(e.getReason());
            case ExperiencePublished e -> new ExperienceEvent.Published(e.getComment());
            case ExperienceRevised e ->
                    new ExperienceEvent.Revised(
                            ContentAvroReader.fromAvro(e.getContent()), e.getSummary());
            case ExperienceConfirmed e -> new ExperienceEvent.Confirmed(e.getConfirmedOn());
            case ExperienceWithdrawn e -> new ExperienceEvent.Withdrawn(e.getReason());
            case ExperienceModerated e -> new ExperienceEvent.Moderated(e.getReason());
            case ExperienceEndorsed e ->
                    new ExperienceEvent.Endorsed(new PartnerId(e.getPartnerId()), e.getComment());
            case EndorsementRetracted e ->
                    new ExperienceEvent.EndorsementRetracted(
                            new PartnerId(e.getPartnerId()), e.getReason());
            case ExperienceHighlighted e ->
                    new ExperienceEvent.Highlighted(e.getHeadline(), e.getUntil());
            case HighlightRetracted e -> new ExperienceEvent.HighlightRetracted(e.getReason());
            case ExperienceAdopted e ->
                    new ExperienceEvent.Adopted(
                            new AdoptionId(e.getAdoptionId()),
                            new PartnerId(e.getPartnerId()),
                            new TerritoryCode(e.getTerritory()),
                            e.getPlan(),
                            e.getAdoptedOn());
            case AdoptionReported e ->
                    new ExperienceEvent.AdoptionReported(
                            new AdoptionId(e.getAdoptionId()),
                            ContentAvroReader.results(e.getResults()),
                            e.getNote(),
                            e.getReportedOn());
            case AdoptionEnded e ->
                    new ExperienceEvent.AdoptionEnded(
                            new AdoptionId(e.getAdoptionId()), e.getReason(), e.getEndedOn());
            default ->
                    throw new IllegalArgumentException(
                            "Not an event of an experience: " + event.getSchema().getFullName());
        };
    }

    private static @Nullable PartnerId partner(@Nullable String id) {
        return id == null ? null : new PartnerId(id);
    }
}
