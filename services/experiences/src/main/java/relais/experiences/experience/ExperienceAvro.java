package relais.experiences.experience;

import relais.aggregates.avro.AvroMapping;
import relais.aggregates.log.PublishedLanguage;
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

/**
 * Experiences in the published language. The key is the owner's home territory on the day of the
 * submission, which never changes.
 */
public final class ExperienceAvro {

    private ExperienceAvro() {}

    public static PublishedLanguage<Experience, ExperienceEvent> language() {
        return PublishedLanguage.of(
                AvroMapping.of(ExperienceEvent.class, "experienceId")
                        .event(ExperienceEvent.Submitted.class, ExperienceSubmitted.class)
                        .field(ExperienceEvent.Submitted.class, "owner", "partnerId")
                        .fromKey(ExperienceEvent.Submitted.class, "home")
                        .event(ExperienceEvent.Returned.class, ExperienceReturned.class)
                        .event(ExperienceEvent.Resubmitted.class, ExperienceResubmitted.class)
                        .event(ExperienceEvent.TakenBack.class, ExperienceTakenBack.class)
                        .event(ExperienceEvent.Published.class, ExperiencePublished.class)
                        .event(ExperienceEvent.Revised.class, ExperienceRevised.class)
                        .event(ExperienceEvent.Confirmed.class, ExperienceConfirmed.class)
                        .event(ExperienceEvent.Withdrawn.class, ExperienceWithdrawn.class)
                        .event(ExperienceEvent.Moderated.class, ExperienceModerated.class)
                        .event(ExperienceEvent.Endorsed.class, ExperienceEndorsed.class)
                        .event(
                                ExperienceEvent.EndorsementRetracted.class,
                                EndorsementRetracted.class)
                        .event(ExperienceEvent.Highlighted.class, ExperienceHighlighted.class)
                        .event(ExperienceEvent.HighlightRetracted.class, HighlightRetracted.class)
                        .event(ExperienceEvent.Adopted.class, ExperienceAdopted.class)
                        .event(ExperienceEvent.AdoptionReported.class, AdoptionReported.class)
                        .event(ExperienceEvent.AdoptionEnded.class, AdoptionEnded.class)
                        .build(),
                experience -> experience.home().value(),
                experience -> experience.content().territory().value(),
                experience -> experience.owner().value());
    }
}
