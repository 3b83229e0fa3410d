package relais.feed.oracle.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.Topics;
import relais.events.partners.CharterSigned;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.CommitteeLeft;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandatePersonErased;
import relais.events.partners.MandateRole;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerRenamed;
import relais.events.partners.PartnerSuspended;

/** An organisation registers, signs, is renamed, suspended and reinstated; mandates come and go. */
final class PartnerLife extends Life {

    private final Place home;
    private final List<String> mandates = new ArrayList<>();
    private int granted;
    private boolean suspended;
    private boolean signed;
    private boolean committee;

    PartnerLife(World world, int number, Place home) {
        super(world, "p-%04d".formatted(number), Topics.PARTNERS, home.id());
        this.home = home;
    }

    Place home() {
        return home;
    }

    boolean mayAct() {
        return version() > 0 && !suspended && home.exists(world.now());
    }

    boolean isSignatory() {
        return committee && mayAct();
    }

    /** In whose name someone acts for it. */
    String mandate() {
        return mandates.isEmpty() ? "m-" + id : mandates.getLast();
    }

    @Override
    @Nullable Turn next() {
        if (version() == 0) {
            world.partners.add(this);
            world.cards.add(this);
            return turn(registered());
        }
        return new Moves()
                .may(3, () -> turn(renamed()))
                .may(!signed, 6, () -> turn(signed()))
                .may(signed && !committee && !suspended, 12, () -> turn(joined()))
                .may(committee, 1, () -> turn(left()))
                .may(!suspended, 2, () -> turn(suspended()))
                .may(suspended, 8, () -> turn(reinstated()))
                .may(mandates.size() < 5, 5, () -> turn(granted()))
                .may(!mandates.isEmpty(), 2, () -> turn(ended()))
                .may(!mandates.isEmpty(), 1, () -> turn(erased()))
                .pick(dice);
    }

    private Turn turn(SpecificRecord event) {
        return new Turn(event, null, key);
    }

    private PartnerRegistered registered() {
        boolean identified = dice.percent(70);
        String siren = "%09d".formatted(dice.between(1, 999_999_999));
        return PartnerRegistered.newBuilder()
                .setPartnerId(id)
                .setName(prose.title())
                .setKind(kind())
                .setTerritory(home.id())
                .setSiren(identified ? siren : null)
                .setSiret(identified ? siren + "00017" : null)
                .setRepresents(dice.maybe(prose::sentence))
                .setExternalId(isArchived() ? "archive-" + id : null)
                .build();
    }

    private PartnerKind kind() {
        return switch (home.scheme()) {
            case "commune" -> PartnerKind.COMMUNE;
            case "epci" -> PartnerKind.EPCI;
            case "departement" -> PartnerKind.DEPARTEMENT;
            case "region" -> PartnerKind.REGION;
            case "academie" -> PartnerKind.ACADEMIE;
            default ->
                    dice.one(
                            List.of(
                                    PartnerKind.MINISTRY,
                                    PartnerKind.NATIONAL_ASSOCIATION,
                                    PartnerKind.PUBLIC_BANK,
                                    PartnerKind.SCHOOL_NETWORK,
                                    PartnerKind.OTHER));
        };
    }

    private PartnerRenamed renamed() {
        return PartnerRenamed.newBuilder()
                .setPartnerId(id)
                .setName(prose.title())
                .setReason(dice.maybe(prose::sentence))
                .build();
    }

    private CharterSigned signed() {
        signed = true;
        return CharterSigned.newBuilder().setPartnerId(id).setSignedOn(today()).build();
    }

    private CommitteeJoined joined() {
        committee = true;
        return CommitteeJoined.newBuilder().setPartnerId(id).build();
    }

    private CommitteeLeft left() {
        committee = false;
        return CommitteeLeft.newBuilder()
                .setPartnerId(id)
                .setReason(dice.maybe(prose::sentence))
                .build();
    }

    private PartnerSuspended suspended() {
        suspended = true;
        return PartnerSuspended.newBuilder().setPartnerId(id).setReason(prose.sentence()).build();
    }

    private PartnerReinstated reinstated() {
        suspended = false;
        return PartnerReinstated.newBuilder()
                .setPartnerId(id)
                .setReason(dice.maybe(prose::sentence))
                .build();
    }

    private MandateGranted granted() {
        String mandate = "m-%s-%d".formatted(id, ++granted);
        mandates.add(mandate);
        LocalDate from = today();
        return MandateGranted.newBuilder()
                .setPartnerId(id)
                .setMandateId(mandate)
                .setRole(dice.one(MandateRole.class))
                .setFrom(from)
                .setUntil(dice.maybe(() -> from.plusDays(dice.between(100, 2_000))))
                .build();
    }

    private MandateEnded ended() {
        return MandateEnded.newBuilder()
                .setPartnerId(id)
                .setMandateId(mandates.remove(dice.between(0, mandates.size() - 1)))
                .setEndedOn(today())
                .setReason(dice.maybe(prose::sentence))
                .build();
    }

    private MandatePersonErased erased() {
        return MandatePersonErased.newBuilder()
                .setPartnerId(id)
                .setMandateId(mandates.get(dice.between(0, mandates.size() - 1)))
                .build();
    }
}
