package relais.partners.partner;

import relais.aggregates.avro.AvroMapping;
import relais.aggregates.log.PublishedLanguage;
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

/**
 * Partners in the published language. The key of their records is the home territory, which never
 * changes, so that a partner stays in one partition for ever.
 */
public final class PartnerAvro {

    private PartnerAvro() {}

    /** Events of partners have never named a cause. */
    public static PublishedLanguage<Partner, PartnerEvent> language() {
        return new PublishedLanguage<>(
                AvroMapping.of(PartnerEvent.class, "partnerId")
                        .event(PartnerEvent.Registered.class, PartnerRegistered.class)
                        .unpublished(
                                PartnerEvent.Registered.class,
                                "request",
                                PartnerEvent.Registered.FORGOTTEN_REQUEST)
                        .event(PartnerEvent.Renamed.class, PartnerRenamed.class)
                        .event(PartnerEvent.CharterSigned.class, CharterSigned.class)
                        .event(PartnerEvent.CommitteeJoined.class, CommitteeJoined.class)
                        .event(PartnerEvent.CommitteeLeft.class, CommitteeLeft.class)
                        .event(PartnerEvent.Suspended.class, PartnerSuspended.class)
                        .event(PartnerEvent.Reinstated.class, PartnerReinstated.class)
                        .event(PartnerEvent.MandateGranted.class, MandateGranted.class)
                        .event(PartnerEvent.MandateEnded.class, MandateEnded.class)
                        .event(PartnerEvent.MandatePersonErased.class, MandatePersonErased.class)
                        .build(),
                partner -> partner.identity().territory(),
                partner -> partner.identity().territory(),
                partner -> partner.id().value(),
                false);
    }
}
