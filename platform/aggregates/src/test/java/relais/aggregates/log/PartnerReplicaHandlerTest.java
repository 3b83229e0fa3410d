package relais.aggregates.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.territory.TerritoryCode;
import relais.events.experiences.ExperiencePublished;
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

class PartnerReplicaHandlerTest {

    private static final java.time.Instant AT = java.time.Instant.parse("2018-03-01T09:00:00Z");

    private static final LocalDate DAY = LocalDate.parse("2015-10-01");

    @ParameterizedTest
    @EnumSource(PartnerKind.class)
    void readsEveryKindOfPartner(PartnerKind kind) {
        PartnerRegistered event =
                PartnerRegistered.newBuilder()
                        .setPartnerId("p-1")
                        .setName("Un")
                        .setKind(kind)
                        .setTerritory("pays:FR")
                        .build();
        assertThat(PartnerReplicaHandler.read(event, AT))
                .isEqualTo(
                        new PartnerFact.Registered(
                                "Un",
                                relais.aggregates.partner.PartnerKind.valueOf(kind.name()),
                                new TerritoryCode("pays:FR"),
                                AT));
    }

    @Test
    void readsEveryOtherEventOfPartners() {
        assertThat(PartnerReplicaHandler.read(new PartnerRenamed("p-1", "Deux", null), AT))
                .isEqualTo(new PartnerFact.Renamed("Deux"));
        assertThat(PartnerReplicaHandler.read(new CommitteeJoined("p-1"), AT))
                .isEqualTo(new PartnerFact.CommitteeJoined());
        assertThat(PartnerReplicaHandler.read(new CommitteeLeft("p-1", null), AT))
                .isEqualTo(new PartnerFact.CommitteeLeft());
        assertThat(PartnerReplicaHandler.read(new PartnerSuspended("p-1", "why"), AT))
                .isEqualTo(new PartnerFact.Suspended());
        assertThat(PartnerReplicaHandler.read(new PartnerReinstated("p-1", null), AT))
                .isEqualTo(new PartnerFact.Reinstated());
        assertThat(
                        PartnerReplicaHandler.read(
                                new MandateGranted("p-1", "m-1", MandateRole.REVIEWER, DAY, null),
                                AT))
                .isEqualTo(new PartnerFact.MandateGranted("m-1", DAY, null));
        assertThat(PartnerReplicaHandler.read(new MandateEnded("p-1", "m-1", DAY, null), AT))
                .isEqualTo(new PartnerFact.MandateEnded("m-1", DAY));
    }

    @Test
    void refusesWhatIsNotForIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PartnerReplicaHandler.read(new ExperiencePublished("x-1", null), AT));
    }
}
