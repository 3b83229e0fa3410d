package relais.contributions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.known.AgendaStates.BARE_ACTION;
import static relais.contributions.known.AgendaStates.BARE_PLAN;
import static relais.contributions.known.AgendaStates.ORIGIN;
import static relais.contributions.known.AgendaStates.WHOLE_ACTION;
import static relais.contributions.known.AgendaStates.WHOLE_PLAN;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.contributions.Published;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.ActionRevised;
import relais.events.contributions.Axis;
import relais.outbox.OutboxRecord;

class ActionAvroTest {

    private static final String ID = "ac-1";
    private static final ActionContent CONTENT =
            new ActionContent(
                    "Raccorder les collèges",
                    "Vingt-trois\nrestent",
                    "p-loiret",
                    List.of("p-orleans", "p-mene"),
                    "departement:45",
                    List.of(Axis.INFRASTRUCTURE, Axis.SUPPORT),
                    LocalDate.of(2026, 8, 31),
                    List.of("o-whole"),
                    "c-socle",
                    List.of("x-tablettes"));

    private final Published<Action, ActionEvent> published = new Published<>(ActionAvro.language());

    @Test
    void aPlanIsSaidWhole() {
        ActionEvent event =
                new ActionEvent.Planned(WHOLE_ACTION.id(), WHOLE_ACTION.home(), WHOLE_PLAN, ORIGIN);
        assertThat(published.read(ID, event, WHOLE_ACTION))
                .isEqualTo(new ActionPlanned(ID, CONTENT, "wd-whole", "d-1"));
        assertThat(published.read(ID, new ActionEvent.Revised(WHOLE_PLAN, "Retard"), WHOLE_ACTION))
                .isEqualTo(new ActionRevised(ID, CONTENT, "Retard"));
    }

    @Test
    void whatComesOfItIsSaid() {
        assertThat(published.read(ID, new ActionEvent.Progressed(40, "Neuf"), WHOLE_ACTION))
                .isEqualTo(new ActionProgressed(ID, 40, "Neuf"));
        assertThat(
                        published.read(
                                ID,
                                new ActionEvent.Completed(LocalDate.of(2026, 6, 30), null),
                                WHOLE_ACTION))
                .isEqualTo(new ActionCompleted(ID, LocalDate.of(2026, 6, 30), null));
        assertThat(published.read(ID, new ActionEvent.Abandoned("Crédits"), WHOLE_ACTION))
                .isEqualTo(new ActionAbandoned(ID, "Crédits"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPlanComesBackAsItWas(ActionPlan plan) {
        ActionEvent event = new ActionEvent.Revised(plan, null);
        PublishedLanguage<Action, ActionEvent> language = ActionAvro.language();
        assertThat(language.fromAvro(language.toAvro(ID, event), new Filed("departement:45", null)))
                .isEqualTo(event);
    }

    static Stream<ActionPlan> plans() {
        return Stream.of(WHOLE_PLAN, BARE_PLAN);
    }

    @ParameterizedTest
    @EnumSource
    void everyAxisHasItsCode(relais.aggregates.Axis axis) {
        assertThat(Axis.valueOf(axis.name())).isNotEqualTo(Axis.UNKNOWN);
    }

    @Test
    void itIsFiledAtItsFirstLeadsHomeAndTakesPlaceInItsTerritory() {
        OutboxRecord record =
                published.record(ID, new ActionEvent.Progressed(40, "Neuf"), BARE_ACTION);
        assertThat(record.key()).isEqualTo("departement:45");
        assertThat(record.headers())
                .containsEntry("ce_territory", "pays:FR")
                .containsEntry("ce_partner", "p-loiret");
    }
}
