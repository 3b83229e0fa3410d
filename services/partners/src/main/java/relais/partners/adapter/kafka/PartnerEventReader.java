package relais.partners.adapter.kafka;

import java.util.function.Function;
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
import relais.partners.domain.Identity;
import relais.partners.domain.MandateId;
import relais.partners.domain.MandateRole;
import relais.partners.domain.Note;
import relais.partners.domain.PartnerEvent;
import relais.partners.domain.PartnerId;
import relais.partners.domain.PartnerKind;
import relais.partners.domain.PartnerName;
import relais.partners.domain.Siren;
import relais.partners.domain.Siret;

/**
 * Reads a partner's event from the published language: what {@link PartnerEventAvroMapper} said.
 */
final class PartnerEventReader {
    private PartnerEventReader() {}

    /**
     * @throws IllegalArgumentException if it is of another type, or its values make no sense: this
     *     build did not write it, nor one before
     */
    static PartnerEvent fromAvro(SpecificRecord event) {
        return switch (event) {
            case PartnerRegistered e ->
                    new PartnerEvent.Registered(new PartnerId(e.getPartnerId()), identity(e));
            case PartnerRenamed e ->
                    new PartnerEvent.Renamed(new PartnerName(e.getName()), note(e.getReason()));
            case CharterSigned e -> new PartnerEvent.CharterSigned(e.getSignedOn());
            case CommitteeJoined _ -> new PartnerEvent.CommitteeJoined();
            case CommitteeLeft e -> new PartnerEvent.CommitteeLeft(note(e.getReason()));
            case PartnerSuspended e -> new PartnerEvent.Suspended(new Note(e.getReason()));
            case PartnerReinstated e -> new PartnerEvent.Reinstated(note(e.getReason()));
            case MandateGranted e ->
                    new PartnerEvent.MandateGranted(
                            new MandateId(e.getMandateId()),
                            role(e.getRole()),
                            e.getFrom(),
                            e.getUntil());
            case MandateEnded e ->
                    new PartnerEvent.MandateEnded(
                            new MandateId(e.getMandateId()), e.getEndedOn(), note(e.getReason()));
            default ->
                    throw new IllegalArgumentException(
                            "Not an event of a partner: " + event.getSchema().getFullName());
        };
    }

    private static Identity identity(PartnerRegistered e) {
        return new Identity(
                new PartnerName(e.getName()),
                kind(e.getKind()),
                e.getTerritory(),
                optional(e.getSiren(), Siren::new),
                optional(e.getSiret(), Siret::new),
                note(e.getRepresents()),
                note(e.getExternalId()));
    }

    private static PartnerKind kind(relais.events.partners.PartnerKind kind) {
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
            case UNKNOWN -> throw new IllegalArgumentException("A kind of a later release");
        };
    }

    private static MandateRole role(relais.events.partners.MandateRole role) {
        return switch (role) {
            case REPRESENTATIVE -> MandateRole.REPRESENTATIVE;
            case CONTRIBUTOR -> MandateRole.CONTRIBUTOR;
            case REVIEWER -> MandateRole.REVIEWER;
            case UNKNOWN -> throw new IllegalArgumentException("A role of a later release");
        };
    }

    private static @Nullable Note note(@Nullable String text) {
        return optional(text, Note::new);
    }

    private static <T> @Nullable T optional(@Nullable String text, Function<String, T> make) {
        return text == null ? null : make.apply(text);
    }
}
