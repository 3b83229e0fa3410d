package relais.experiences.experience;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;

/** What happened to an experience. Its instant and version travel beside it. */
public sealed interface ExperienceEvent {

    /**
     * @param home the owner's territory on that day: where the experience stays filed for ever
     */
    record Submitted(
            ExperienceId id,
            PartnerId owner,
            TerritoryCode home,
            Content content,
            @Nullable PartnerId competentPartner,
            @Nullable String externalId)
            implements ExperienceEvent {}

    record Returned(String reason, List<FieldComment> comments) implements ExperienceEvent {
        public Returned {
            comments = List.copyOf(comments);
        }
    }

    record Resubmitted(Content content, @Nullable PartnerId competentPartner)
            implements ExperienceEvent {}

    record TakenBack(@Nullable String reason) implements ExperienceEvent {}

    record Published(@Nullable String comment) implements ExperienceEvent {}

    record Revised(Content content, @Nullable String summary) implements ExperienceEvent {}

    record Confirmed(LocalDate confirmedOn) implements ExperienceEvent {}

    record Withdrawn(String reason) implements ExperienceEvent {}

    record Moderated(String reason) implements ExperienceEvent {}

    record Endorsed(PartnerId partner, @Nullable String comment) implements ExperienceEvent {}

    record EndorsementRetracted(PartnerId partner, @Nullable String reason)
            implements ExperienceEvent {}

    record Highlighted(@Nullable String headline, @Nullable LocalDate until)
            implements ExperienceEvent {}

    record HighlightRetracted(@Nullable String reason) implements ExperienceEvent {}

    record Adopted(
            AdoptionId adoption,
            PartnerId partner,
            TerritoryCode territory,
            @Nullable String plan,
            LocalDate adoptedOn)
            implements ExperienceEvent {}

    record AdoptionReported(
            AdoptionId adoption,
            Results results,
            @Nullable String note,
            LocalDate reportedOn,
            @Nullable ExperienceId ownExperience)
            implements ExperienceEvent {}

    record AdoptionEnded(AdoptionId adoption, @Nullable String reason, LocalDate endedOn)
            implements ExperienceEvent {}
}
