package relais.feed.projection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of the log as this service understands it. */
public sealed interface FeedEvent
        permits FeedEvent.Skipped,
                FeedEvent.OfPartner,
                FeedEvent.OfExperience,
                ContributionEvent,
                ObjectiveEvent,
                ActionEvent,
                WorkingDayEvent,
                MessageEvent,
                FeedEvent.AuthorKeyErased {

    Stamp stamp();

    /** What happened to a partner. */
    sealed interface OfPartner extends FeedEvent {}

    /** What happened to an experience. */
    sealed interface OfExperience extends FeedEvent {}

    /**
     * An event of a type that this build does not know, or one that an operator skipped: the card
     * stays as it was and its version goes on.
     */
    record Skipped(Stamp stamp) implements FeedEvent {}

    /** The texts of an author can be read no more. No card says so: it has no reader. */
    record AuthorKeyErased(Stamp stamp) implements FeedEvent {}

    record PartnerRegistered(Stamp stamp, PartnerCard.Profile profile) implements OfPartner {}

    record PartnerRenamed(Stamp stamp, String name, @Nullable String reason) implements OfPartner {}

    record CharterSigned(Stamp stamp, LocalDate signedOn) implements OfPartner {}

    record CommitteeJoined(Stamp stamp) implements OfPartner {}

    record CommitteeLeft(Stamp stamp, @Nullable String reason) implements OfPartner {}

    record PartnerSuspended(Stamp stamp, String reason) implements OfPartner {}

    record PartnerReinstated(Stamp stamp, @Nullable String reason) implements OfPartner {}

    record MandateGranted(Stamp stamp, PartnerCard.Mandate mandate) implements OfPartner {}

    record MandateEnded(Stamp stamp, String mandateId, LocalDate endedOn, @Nullable String reason)
            implements OfPartner {}

    record ExperienceSubmitted(Stamp stamp, ExperienceCard.Origin origin, Content content)
            implements OfExperience {}

    record ExperienceReturned(
            Stamp stamp, String reason, List<ExperienceCard.FieldComment> comments)
            implements OfExperience {

        public ExperienceReturned {
            comments = List.copyOf(comments);
        }
    }

    record ExperienceResubmitted(Stamp stamp, Content content, @Nullable String competentPartner)
            implements OfExperience {}

    record ExperienceTakenBack(Stamp stamp, @Nullable String reason) implements OfExperience {}

    record ExperiencePublished(Stamp stamp, @Nullable String comment) implements OfExperience {}

    record ExperienceRevised(Stamp stamp, Content content, @Nullable String summary)
            implements OfExperience {}

    record ExperienceConfirmed(Stamp stamp, LocalDate confirmedOn) implements OfExperience {}

    record ExperienceWithdrawn(Stamp stamp, String reason) implements OfExperience {}

    record ExperienceModerated(Stamp stamp, String reason) implements OfExperience {}

    record ExperienceEndorsed(Stamp stamp, String partner, @Nullable String comment)
            implements OfExperience {}

    record EndorsementRetracted(Stamp stamp, String partner, @Nullable String reason)
            implements OfExperience {}

    record ExperienceHighlighted(Stamp stamp, @Nullable String headline, @Nullable LocalDate until)
            implements OfExperience {}

    record HighlightRetracted(Stamp stamp, @Nullable String reason) implements OfExperience {}

    record ExperienceAdopted(
            Stamp stamp,
            String adoptionId,
            String partner,
            String territory,
            @Nullable String plan,
            LocalDate adoptedOn)
            implements OfExperience {}

    record AdoptionReported(
            Stamp stamp,
            String adoptionId,
            Content.Results results,
            @Nullable String note,
            LocalDate reportedOn)
            implements OfExperience {}

    record AdoptionEnded(Stamp stamp, String adoptionId, @Nullable String reason, LocalDate endedOn)
            implements OfExperience {}
}
