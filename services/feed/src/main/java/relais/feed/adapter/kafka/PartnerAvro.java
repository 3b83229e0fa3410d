package relais.feed.adapter.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.partners.CharterSigned;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.CommitteeLeft;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerRenamed;
import relais.events.partners.PartnerSuspended;
import relais.feed.projection.FeedEvent;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.Stamp;

/** The published events of partners, in this service's words. */
final class PartnerAvro {

    private PartnerAvro() {}

    /** Null if it is not an event of partners. */
    static @Nullable FeedEvent translate(Stamp stamp, SpecificRecord event) {
        return switch (event) {
            case PartnerRegistered e ->
                    new FeedEvent.PartnerRegistered(
                            stamp,
                            new PartnerCard.Profile(
                                    e.getName(),
                                    e.getKind().name(),
                                    e.getTerritory(),
                                    e.getSiren(),
                                    e.getSiret(),
                                    e.getRepresents(),
                                    e.getExternalId()));
            case PartnerRenamed e ->
                    new FeedEvent.PartnerRenamed(stamp, e.getName(), e.getReason());
            case CharterSigned e -> new FeedEvent.CharterSigned(stamp, e.getSignedOn());
            case CommitteeJoined _ -> new FeedEvent.CommitteeJoined(stamp);
            case CommitteeLeft e -> new FeedEvent.CommitteeLeft(stamp, e.getReason());
            case PartnerSuspended e -> new FeedEvent.PartnerSuspended(stamp, e.getReason());
            case PartnerReinstated e -> new FeedEvent.PartnerReinstated(stamp, e.getReason());
            case MandateGranted e ->
                    new FeedEvent.MandateGranted(
                            stamp,
                            new PartnerCard.Mandate(
                                    e.getMandateId(),
                                    e.getRole().name(),
                                    e.getFrom(),
                                    e.getUntil(),
                                    null));
            case MandateEnded e ->
                    new FeedEvent.MandateEnded(
                            stamp, e.getMandateId(), e.getEndedOn(), e.getReason());
            default -> null;
        };
    }
}
