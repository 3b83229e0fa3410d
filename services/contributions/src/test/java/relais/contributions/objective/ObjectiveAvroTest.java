package relais.contributions.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.known.AgendaStates.BARE_AIM;
import static relais.contributions.known.AgendaStates.BARE_OBJECTIVE;
import static relais.contributions.known.AgendaStates.MEASURE;
import static relais.contributions.known.AgendaStates.WHOLE_AIM;
import static relais.contributions.known.AgendaStates.WHOLE_OBJECTIVE;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import relais.contributions.Published;
import relais.events.contributions.Axis;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.ObjectiveWithdrawn;

class ObjectiveAvroTest {

    private static final String ID = "o-1";

    private final Published<Objective, ObjectiveEvent> published =
            new Published<>(ObjectiveAvro.language());

    @Test
    void anAimIsSaidWhole() {
        ObjectiveEvent event =
                new ObjectiveEvent.Set(WHOLE_OBJECTIVE.id(), null, WHOLE_AIM, "Précisé");
        assertThat(published.read(ID, event, WHOLE_OBJECTIVE))
                .isEqualTo(
                        new ObjectiveSet(
                                ID,
                                Axis.INFRASTRUCTURE,
                                "Le très haut débit",
                                "Part des collèges raccordés",
                                "%",
                                new BigDecimal("41.2500"),
                                LocalDate.of(2015, 10, 1),
                                new BigDecimal("100.0000"),
                                LocalDate.of(2027, 8, 31),
                                "p-loiret",
                                "Précisé"));
    }

    @Test
    void anAimNeedNotSayAll() {
        ObjectiveEvent event = new ObjectiveEvent.Set(BARE_OBJECTIVE.id(), null, BARE_AIM, null);
        ObjectiveSet read = (ObjectiveSet) published.read(ID, event, BARE_OBJECTIVE);
        assertThat(read.getBaseline()).isNull();
        assertThat(read.getBaselineOn()).isNull();
        assertThat(read.getStewardId()).isNull();
        assertThat(read.getNote()).isNull();
        assertThat(read.getTarget()).isEqualTo("-0.0001");
    }

    @Test
    void measuresAndTheEndAreSaid() {
        assertThat(published.read(ID, new ObjectiveEvent.Measured(MEASURE), WHOLE_OBJECTIVE))
                .isEqualTo(
                        new ObjectiveMeasured(
                                ID,
                                new BigDecimal("55.5000"),
                                LocalDate.of(2025, 11, 20),
                                "Enquête annuelle",
                                "Sans la Corse"));
        assertThat(published.read(ID, new ObjectiveEvent.Withdrawn("Fini"), WHOLE_OBJECTIVE))
                .isEqualTo(new ObjectiveWithdrawn(ID, "Fini"));
    }

    @Test
    void itIsOfFranceAndOfThePartnerThatSetIt() {
        assertThat(
                        published
                                .record(ID, new ObjectiveEvent.Withdrawn("Fini"), WHOLE_OBJECTIVE)
                                .headers())
                .containsEntry("ce_territory", "pays:FR")
                .containsEntry("ce_partner", "p-mene");
        assertThat(
                        published
                                .record(ID, new ObjectiveEvent.Withdrawn("Fini"), BARE_OBJECTIVE)
                                .headers())
                .doesNotContainKey("ce_partner");
    }
}
