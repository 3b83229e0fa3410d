package relais.partners.adapter.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.partners.CharterSigned;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.CommitteeLeft;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandateRole;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerRenamed;
import relais.events.partners.PartnerSuspended;
import relais.partners.domain.Identity;
import relais.partners.domain.PartnerEvent;
import relais.partners.domain.PartnerId;

/** Says a partner's event in the published language. */
final class PartnerEventAvroMapper {
    private PartnerEventAvroMapper() {}

    static SpecificRecord toAvro(PartnerId partner, PartnerEvent event) {
        String id = partner.value();
        return switch (event) {
            case PartnerEvent.Registered e -> registered(id, e.identity());
            case PartnerEvent.Renamed e ->
                    PartnerRenamed.newBuilder()
                            .setPartnerId(id)
                            .setName(e.name().value())
                            .setReason(text(e.reason()))
                            .build();
            case PartnerEvent.CharterSigned e ->
                    CharterSigned.newBuilder().setPartnerId(id).setSignedOn(e.on()).build();
            case PartnerEvent.CommitteeJoined _ ->
                    CommitteeJoined.newBuilder().setPartnerId(id).build();
            case PartnerEvent.CommitteeLeft e ->
                    CommitteeLeft.newBuilder().setPartnerId(id).setReason(text(e.reason())).build();
            case PartnerEvent.Suspended e ->
                    PartnerSuspended.newBuilder()
                            .setPartnerId(id)
                            .setReason(e.reason().value())
                            .build();
            case PartnerEvent.Reinstated e ->
                    PartnerReinstated.newBuilder()
                            .setPartnerId(id)
                            .setReason(text(e.reason()))
                            .build();
            case PartnerEvent.MandateGranted e ->
                    MandateGranted.newBuilder()
                            .setPartnerId(id)
                            .setMandateId(e.mandate().value())
                            .setRole(role(e.role()))
                            .setFrom(e.from())
                            .setUntil(e.until())
                            .build();
            case PartnerEvent.MandateEnded e ->
                    MandateEnded.newBuilder()
                            .setPartnerId(id)
                            .setMandateId(e.mandate().value())
                            .setEndedOn(e.on())
                            .setReason(text(e.reason()))
                            .build();
        };
    }

    private static PartnerRegistered registered(String id, Identity identity) {
        return PartnerRegistered.newBuilder()
                .setPartnerId(id)
                .setName(identity.name().value())
                .setKind(kind(identity.kind()))
                .setTerritory(identity.territory())
                .setSiren(text(identity.siren()))
                .setSiret(text(identity.siret()))
                .setRepresents(text(identity.represents()))
                .setExternalId(text(identity.externalId()))
                .build();
    }

    private static PartnerKind kind(relais.partners.domain.PartnerKind kind) {
        return switch (kind) {
            case MINISTRY -> PartnerKind.MINISTRY;
            case NATIONAL_ASSOCIATION -> PartnerKind.NATIONAL_ASSOCIATION;
            case PUBLIC_BANK -> PartnerKind.PUBLIC_BANK;
            case COMMUNE -> PartnerKind.COMMUNE;
            case EPCI -> PartnerKind.EPCI;
            case DEPARTEMENT -> PartnerKind.DEPARTEMENT;
            case REGION -> PartnerKind.REGION;
            case ACADEMIE -> PartnerKind.ACADEMIE;
            case SCHOOL_NETWORK -> PartnerKind.SCHOOL_NETWORK;
            case OTHER -> PartnerKind.OTHER;
        };
    }

    private static MandateRole role(relais.partners.domain.MandateRole role) {
        return switch (role) {
            case REPRESENTATIVE -> MandateRole.REPRESENTATIVE;
            case CONTRIBUTOR -> MandateRole.CONTRIBUTOR;
            case REVIEWER -> MandateRole.REVIEWER;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
