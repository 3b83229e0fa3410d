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
import relais.events.experiences.FieldComment;
import relais.events.experiences.HighlightRetracted;
import relais.experiences.domain.ExperienceEvent;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.PartnerId;

/** Says an experience's event in the published language. */
final class ExperienceEventAvroMapper {

    private ExperienceEventAvroMapper() {}

    static SpecificRecord toAvro(ExperienceId experience, ExperienceEvent event) {
        String id = experience.value();
        return switch (event) {
            case ExperienceEvent.Submitted e ->
                    ExperienceSubmitted.newBuilder()
                            .setExperienceId(id)
                            .setPartnerId(e.owner().value())
                            .setContent(ContentAvroMapper.toAvro(e.content()))
                            .setCompetentPartnerId(text(e.competentPartner()))
                            .setExternalId(e.externalId())
                            .build();
            case ExperienceEvent.Returned e ->
                    ExperienceReturned.newBuilder()
                            .setExperienceId(id)
                            .setReason(e.reason())
                            .setComments(
                                    e.comments().stream()
                                            .map(c -> new FieldComment(c.field(), c.comment()))
                                            .toList())
                            .build();
            case ExperienceEvent.Resubmitted e ->
                    ExperienceResubmitted.newBuilder()
                            .setExperienceId(id)
                            .setContent(ContentAvroMapper.toAvro(e.content()))
                            .setCompetentPartnerId(text(e.competentPartner()))
                            .build();
            case ExperienceEvent.TakenBack e ->
                    ExperienceTakenBack.newBuilder()
                            .setExperienceId(id)
                            .setReason(e.reason())
                            .build();
            case ExperienceEvent.Published e ->
                    ExperiencePublished.newBuilder()
                            .setExperienceId(id)
                            .setComment(e.comment())
                            .build();
            case ExperienceEvent.Revised e ->
                    ExperienceRevised.newBuilder()
                            .setExperienceId(id)
                            .setContent(ContentAvroMapper.toAvro(e.content()))
                            .setSummary(e.summary())
                            .build();
            case ExperienceEvent.Confirmed e ->
                    ExperienceConfirmed.newBuilder()
                            .setExperienceId(id)
                            .setConfirmedOn(e.confirmedOn())
                            .build();
            case ExperienceEvent.Withdrawn e ->
                    ExperienceWithdrawn.newBuilder()
                            .setExperienceId(id)
                            .setReason(e.reason())
                            .build();
            case ExperienceEvent.Moderated e ->
                    ExperienceModerated.newBuilder()
                            .setExperienceId(id)
                            .setReason(e.reason())
                            .build();
            case ExperienceEvent.Endorsed e ->
                    ExperienceEndorsed.newBuilder()
                            .setExperienceId(id)
                            .setPartnerId(e.partner().value())
                            .setComment(e.comment())
                            .build();
            case ExperienceEvent.EndorsementRetracted e ->
                    EndorsementRetracted.newBuilder()
                            .setExperienceId(id)
                            .setPartnerId(e.partner().value())
                            .setReason(e.reason())
                            .build();
            case ExperienceEvent.Highlighted e ->
                    ExperienceHighlighted.newBuilder()
                            .setExperienceId(id)
                            .setHeadline(e.headline())
                            .setUntil(e.until())
                            .build();
            case ExperienceEvent.HighlightRetracted e ->
                    HighlightRetracted.newBuilder()
                            .setExperienceId(id)
                            .setReason(e.reason())
                            .build();
            case ExperienceEvent.Adopted e ->
                    ExperienceAdopted.newBuilder()
                            .setExperienceId(id)
                            .setAdoptionId(e.adoption().value())
                            .setPartnerId(e.partner().value())
                            .setTerritory(e.territory().value())
                            .setPlan(e.plan())
                            .setAdoptedOn(e.adoptedOn())
                            .build();
            case ExperienceEvent.AdoptionReported e ->
                    AdoptionReported.newBuilder()
                            .setExperienceId(id)
                            .setAdoptionId(e.adoption().value())
                            .setResults(ContentAvroMapper.results(e.results()))
                            .setNote(e.note())
                            .setReportedOn(e.reportedOn())
                            .build();
            case ExperienceEvent.AdoptionEnded e ->
                    AdoptionEnded.newBuilder()
                            .setExperienceId(id)
                            .setAdoptionId(e.adoption().value())
                            .setReason(e.reason())
                            .setEndedOn(e.endedOn())
                            .build();
        };
    }

    private static @Nullable String text(@Nullable PartnerId partner) {
        return partner == null ? null : partner.value();
    }
}
