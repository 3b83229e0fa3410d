package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.PartnerId;
import relais.events.EventSchemas;
import relais.events.partners.PartnerRegistered;

class PartnerAvroTest {

    private static final MandateId MANDATE = new MandateId("m-a");
    private static final LocalDate DAY = LocalDate.of(2015, 10, 1);

    private final PublishedLanguage<Partner, PartnerEvent> language = PartnerAvro.language();

    @Test
    void saysEveryEventAndEveryPublishedTypeIsSaid() {
        List<PartnerEvent> events =
                List.of(
                        registered(PartnerKind.OTHER),
                        new PartnerEvent.Renamed("Nom", null),
                        new PartnerEvent.CharterSigned(DAY),
                        new PartnerEvent.CommitteeJoined(),
                        new PartnerEvent.CommitteeLeft(null),
                        new PartnerEvent.Suspended("Motif"),
                        new PartnerEvent.Reinstated("Motif"),
                        new PartnerEvent.MandateGranted(MANDATE, MandateRole.REVIEWER, DAY, null),
                        new PartnerEvent.MandateEnded(MANDATE, DAY, null),
                        new PartnerEvent.MandatePersonErased(MANDATE));
        // A new event must be added above: the compiler cannot say so.
        assertThat(events.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(PartnerEvent.class.getPermittedSubclasses()));

        Set<String> said = new HashSet<>();
        for (PartnerEvent event : events) {
            SpecificRecord avro = language.toAvro("p-a", event);
            assertThat(avro.get(avro.getSchema().getField("partnerId").pos())).isEqualTo("p-a");
            said.add(avro.getSchema().getFullName());
        }

        assertThat(said)
                .containsExactlyInAnyOrderElementsOf(
                        EventSchemas.partners().stream().map(Schema::getFullName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void saysEveryKindByItsOwnNameAndLeavesOutWhatIsNotKnown(PartnerKind kind) {
        var avro = (PartnerRegistered) language.toAvro("p-a", registered(kind));

        assertThat(avro.getKind().name()).isEqualTo(kind.name());
        assertThat(avro.getSiren()).isNull();
        assertThat(avro.getSiret()).isNull();
        assertThat(avro.getRepresents()).isNull();
        assertThat(avro.getExternalId()).isNull();
    }

    private static PartnerEvent.Registered registered(PartnerKind kind) {
        return new PartnerEvent.Registered(
                new PartnerId("p-a"),
                new Identity("Nom", kind, "pays:FR", null, null, null, null),
                "request");
    }
}
