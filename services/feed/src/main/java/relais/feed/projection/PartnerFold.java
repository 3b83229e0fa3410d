package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import relais.events.partners.CharterSigned;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.CommitteeLeft;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandatePersonErased;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerRenamed;
import relais.events.partners.PartnerSuspended;
import relais.feed.projection.PartnerCard.Mandate;

/** What each event makes of a partner's card. */
final class PartnerFold {

    private PartnerFold() {}

    static PartnerCard registered(PartnerRegistered event, Revision revision) {
        return new PartnerCard(
                revision,
                Headline.of(
                        event.getName(), event.getRepresents(), event.getTerritory(), List.of()),
                new PartnerCard.Profile(
                        event.getKind().name(),
                        event.getSiren(),
                        event.getSiret(),
                        event.getExternalId()),
                Status.ACTIVE,
                null,
                false,
                null,
                List.of());
    }

    static PartnerCard fold(PartnerCard card, SpecificRecord event) {
        return switch (event) {
            case PartnerRenamed e ->
                    card.named(
                            Headline.of(
                                    e.getName(),
                                    card.represents(),
                                    card.headline().territory(),
                                    List.of()),
                            e.getReason());
            case CharterSigned e -> card.signed(e.getSignedOn());
            case CommitteeJoined _ -> card.seated(true, card.reason());
            case CommitteeLeft e -> card.seated(false, e.getReason());
            case PartnerSuspended e -> card.standing(Status.SUSPENDED, e.getReason());
            case PartnerReinstated e -> card.standing(Status.ACTIVE, e.getReason());
            case MandateGranted e -> card.with(granted(card.mandates(), e));
            case MandateEnded e -> card.with(ended(card.mandates(), e));
            case MandatePersonErased _ -> card;
            default -> throw CardFold.impossible(event, card.revision());
        };
    }

    private static List<Mandate> granted(List<Mandate> before, MandateGranted event) {
        var mandates = new ArrayList<>(before);
        mandates.removeIf(mandate -> mandate.id().equals(event.getMandateId()));
        mandates.add(
                new Mandate(
                        event.getMandateId(),
                        event.getRole().name(),
                        event.getFrom(),
                        event.getUntil(),
                        null));
        return mandates;
    }

    private static List<Mandate> ended(List<Mandate> before, MandateEnded event) {
        var mandates = new ArrayList<>(before);
        mandates.replaceAll(
                old -> old.id().equals(event.getMandateId()) ? old.ended(event.getEndedOn()) : old);
        return mandates;
    }
}
