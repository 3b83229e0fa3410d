package relais.notices.waiting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionRevised;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.ConsultationClosed;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionDrafted;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.ContributionWithdrawn;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.PositionTaken;
import relais.events.experiences.ExperienceResubmitted;
import relais.events.experiences.ExperienceReturned;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.partners.MandatePersonErased;

/** The events of others in this service's words. */
final class WaitingAvro {

    /** Days are those of Paris: an action is late when the day that it was due on is over. */
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** The types that say anything here. */
    static final Set<String> WANTED =
            Stream.of(
                            ExperienceSubmitted.getClassSchema(),
                            ExperienceResubmitted.getClassSchema(),
                            ExperienceRevised.getClassSchema(),
                            ExperienceReturned.getClassSchema(),
                            ContributionOpened.getClassSchema(),
                            ContributionDrafted.getClassSchema(),
                            EvidenceOutdated.getClassSchema(),
                            ConsultationOpened.getClassSchema(),
                            PositionTaken.getClassSchema(),
                            ConsultationClosed.getClassSchema(),
                            ContributionAdopted.getClassSchema(),
                            ContributionWithdrawn.getClassSchema(),
                            ActionPlanned.getClassSchema(),
                            ActionRevised.getClassSchema(),
                            ActionCompleted.getClassSchema(),
                            ActionAbandoned.getClassSchema(),
                            MessagePosted.getClassSchema(),
                            AuthorKeyErased.getClassSchema(),
                            MandatePersonErased.getClassSchema())
                    .map(Schema::getFullName)
                    .collect(Collectors.toUnmodifiableSet());

    private WaitingAvro() {}

    /**
     * @param told when the log took it in
     * @throws IllegalArgumentException if the event is of another type
     */
    static WaitingFact read(SpecificRecord event, Instant told) {
        return switch (event) {
            case ExperienceSubmitted e ->
                    new WaitingFact.Written(
                            WaitingCard.EXPERIENCE, e.getPartnerId(), e.getContent().getTitle());
            case ExperienceResubmitted e ->
                    new WaitingFact.Written(
                            WaitingCard.EXPERIENCE, null, e.getContent().getTitle());
            case ExperienceRevised e ->
                    new WaitingFact.Written(
                            WaitingCard.EXPERIENCE, null, e.getContent().getTitle());
            case ExperienceReturned _ -> new WaitingFact.Returned();
            case ContributionOpened e ->
                    new WaitingFact.Written(
                            WaitingCard.CONTRIBUTION, e.getPartnerId(), e.getTitle());
            case ContributionDrafted e ->
                    new WaitingFact.Written(WaitingCard.CONTRIBUTION, null, e.getTitle());
            case EvidenceOutdated _ -> new WaitingFact.EvidenceChanged();
            case ConsultationOpened e ->
                    new WaitingFact.ConsultationBegun(e.getDeadline(), e.getSignatories(), told);
            case PositionTaken e -> new WaitingFact.PositionSaid(e.getPartnerId());
            case ConsultationClosed _ -> new WaitingFact.Over();
            case ContributionAdopted _ -> new WaitingFact.Over();
            case ContributionWithdrawn _ -> new WaitingFact.Over();
            case ActionPlanned e -> agreed(e.getContent(), told);
            case ActionRevised e -> agreed(e.getContent(), told);
            case ActionCompleted _ -> new WaitingFact.Over();
            case ActionAbandoned _ -> new WaitingFact.Over();
            case MessagePosted e ->
                    new WaitingFact.MessageWritten(e.getSubjectId(), e.getPartnerId());
            case AuthorKeyErased e -> new WaitingFact.PersonErased(e.getMandateId());
            case MandatePersonErased e -> new WaitingFact.PersonErased(e.getMandateId());
            default ->
                    throw new IllegalArgumentException(
                            "Nothing waits for " + event.getSchema().getFullName());
        };
    }

    private static WaitingFact agreed(ActionContent content, Instant told) {
        return new WaitingFact.ActionAgreed(
                content.getLeadPartnerId(),
                content.getTitle(),
                content.getDueOn().plusDays(1).atStartOfDay(PARIS).toInstant(),
                told);
    }
}
