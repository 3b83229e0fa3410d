package relais.contributions.workingday;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.known.AgendaStates.BARE_ITEM;
import static relais.contributions.known.AgendaStates.BARE_WORKING_DAY;
import static relais.contributions.known.AgendaStates.DECIDED;
import static relais.contributions.known.AgendaStates.SAID;
import static relais.contributions.known.AgendaStates.WHOLE_ITEM;
import static relais.contributions.known.AgendaStates.WHOLE_MEETING;
import static relais.contributions.known.AgendaStates.WHOLE_WORKING_DAY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.aggregates.log.Filed;
import relais.aggregates.partner.PartnerId;
import relais.contributions.Published;
import relais.events.contributions.ActionContent;
import relais.events.contributions.AgendaItemAdded;
import relais.events.contributions.AgendaItemRemoved;
import relais.events.contributions.Axis;
import relais.events.contributions.MeetingDecision;
import relais.events.contributions.MinutesPublished;
import relais.events.contributions.WorkingDayCancelled;
import relais.events.contributions.WorkingDayRescheduled;
import relais.events.contributions.WorkingDayScheduled;

class WorkingDayAvroTest {

    private static final String ID = "wd-1";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 20);

    private final Published<WorkingDay, WorkingDayEvent> published =
            new Published<>(WorkingDayAvro.language());

    @Test
    void aMeetingIsSaidWhole() {
        assertThat(read(new WorkingDayEvent.Scheduled(WHOLE_WORKING_DAY.id(), null, WHOLE_MEETING)))
                .isEqualTo(
                        new WorkingDayScheduled(
                                ID,
                                DAY,
                                "Lyon",
                                "commune:69123",
                                "La gouvernance",
                                "Accueil à 9 h"));
        assertThat(read(new WorkingDayEvent.Rescheduled(WHOLE_MEETING, "Salle prise")))
                .isEqualTo(
                        new WorkingDayRescheduled(
                                ID,
                                DAY,
                                "Lyon",
                                "commune:69123",
                                "La gouvernance",
                                "Accueil à 9 h",
                                "Salle prise"));
        assertThat(read(new WorkingDayEvent.Cancelled("Trop peu")))
                .isEqualTo(new WorkingDayCancelled(ID, "Trop peu"));
    }

    @Test
    void anAgendaIsSaidPointByPoint() {
        assertThat(read(new WorkingDayEvent.ItemAdded(WHOLE_ITEM)))
                .isEqualTo(
                        new AgendaItemAdded(
                                ID,
                                "ai-1",
                                "p-loiret",
                                "Les tablettes",
                                "x-tablettes",
                                4L,
                                "Vingt minutes"));
        assertThat(read(new WorkingDayEvent.ItemAdded(BARE_ITEM)))
                .isEqualTo(new AgendaItemAdded(ID, "ai-2", null, "Divers", null, null, null));
        assertThat(read(new WorkingDayEvent.ItemRemoved(BARE_ITEM.id(), null)))
                .isEqualTo(new AgendaItemRemoved(ID, "ai-2", null));
    }

    @Test
    void minutesCarryTheActionsThatWereDecidedAndTheyComeBack() {
        MinutesPublished read =
                (MinutesPublished)
                        read(
                                new WorkingDayEvent.MinutesPublished(
                                        "# Compte rendu",
                                        List.of(new PartnerId("p-loiret")),
                                        List.of(DECIDED, SAID),
                                        "Un chiffre"));
        assertThat(read)
                .isEqualTo(
                        new MinutesPublished(
                                ID,
                                "# Compte rendu",
                                List.of("p-loiret"),
                                List.of(
                                        new MeetingDecision(
                                                "d-1",
                                                "Le Loiret raccorde",
                                                "ac-whole",
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
                                                        List.of("x-tablettes"))),
                                        new MeetingDecision(
                                                "d-3", "Deux réunions par an", null, null)),
                                "Un chiffre"));
        assertThat(WorkingDayAvro.language().fromAvro(read, new Filed("pays:FR", null)))
                .extracting(event -> ((WorkingDayEvent.MinutesPublished) event).decisions())
                .isEqualTo(List.of(DECIDED, SAID));
    }

    @Test
    void itIsFiledInFranceAndTakesPlaceWhereItIsSaid() {
        WorkingDayEvent event = new WorkingDayEvent.Cancelled("Trop peu");
        assertThat(published.record(ID, event, WHOLE_WORKING_DAY).key()).isEqualTo("pays:FR");
        assertThat(published.record(ID, event, WHOLE_WORKING_DAY).headers())
                .containsEntry("ce_territory", "commune:69123")
                .containsEntry("ce_partner", "p-mene");
        assertThat(published.record(ID, event, BARE_WORKING_DAY).headers())
                .containsEntry("ce_territory", "pays:FR");
    }

    private Object read(WorkingDayEvent event) {
        return published.read(ID, event, WHOLE_WORKING_DAY);
    }
}
