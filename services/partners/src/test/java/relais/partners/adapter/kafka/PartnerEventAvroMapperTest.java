package relais.partners.adapter.kafka;

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
import relais.events.EventSchemas;
import relais.events.partners.PartnerRegistered;
import relais.partners.domain.Identity;
import relais.partners.domain.MandateId;
import relais.partners.domain.MandateRole;
import relais.partners.domain.Note;
import relais.partners.domain.PartnerEvent;
import relais.partners.domain.PartnerId;
import relais.partners.domain.PartnerKind;
import relais.partners.domain.PartnerName;

class PartnerEventAvroMapperTest {
    private static final PartnerId ID = new PartnerId("p-a");
    private static final MandateId MANDATE = new MandateId("m-a");
    private static final LocalDate DAY = LocalDate.of(2015, 10, 1);

    @Test
    void saysEveryEventAndEveryPublishedTypeIsSaid() {
        List<PartnerEvent> events =
                List.of(
                        registered(PartnerKind.OTHER),
                        new PartnerEvent.Renamed(new PartnerName("Nom"), null),
                        new PartnerEvent.CharterSigned(DAY),
                        new PartnerEvent.CommitteeJoined(),
                        new PartnerEvent.CommitteeLeft(null),
                        new PartnerEvent.Suspended(new Note("Motif")),
                        new PartnerEvent.Reinstated(new Note("Motif")),
                        new PartnerEvent.MandateGranted(MANDATE, MandateRole.REVIEWER, DAY, null),
                        new PartnerEvent.MandateEnded(MANDATE, DAY, null));
        // A new event must be added above: the compiler cannot say so.
        assertThat(events.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(PartnerEvent.class.getPermittedSubclasses()));

        Set<String> said = new HashSet<>();
        for (PartnerEvent event : events) {
            SpecificRecord avro = PartnerEventAvroMapper.toAvro(ID, event);
            assertThat(avro.get(avro.getSchema().getField("partnerId").pos())).isEqualTo("p-a");
            said.add(avro.getSchema().getFullName());
        }

        assertThat(said)
                .containsExactlyInAnyOrderElementsOf(
                        EventSchemas.partners().stream().map(Schema::getFullName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void saysEveryKindByItsOwnName(PartnerKind kind) {
        var avro = (PartnerRegistered) PartnerEventAvroMapper.toAvro(ID, registered(kind));

        assertThat(avro.getKind().name()).isEqualTo(kind.name());
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        var avro =
                (PartnerRegistered)
                        PartnerEventAvroMapper.toAvro(ID, registered(PartnerKind.OTHER));

        assertThat(avro.getSiren()).isNull();
        assertThat(avro.getSiret()).isNull();
        assertThat(avro.getRepresents()).isNull();
        assertThat(avro.getExternalId()).isNull();
    }

    private static PartnerEvent.Registered registered(PartnerKind kind) {
        return new PartnerEvent.Registered(
                ID, new Identity(new PartnerName("Nom"), kind, "pays:FR", null, null, null, null));
    }
}
