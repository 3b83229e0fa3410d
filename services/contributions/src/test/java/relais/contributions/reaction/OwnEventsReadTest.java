package relais.contributions.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.action.ActionId;
import relais.contributions.action.ActionPlan;
import relais.contributions.contribution.ContributionId;
import relais.contributions.known.ExperienceId;
import relais.contributions.objective.ObjectiveId;
import relais.contributions.workingday.DecisionId;
import relais.contributions.workingday.WorkingDayId;
import relais.events.EventSchemas;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionWithdrawn;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.MeetingDecision;
import relais.events.contributions.MinutesPublished;

class OwnEventsReadTest {

    private static final LocalDate DAY = LocalDate.parse("2015-10-01");

    /**
     * The builders below rely on it: it says that the generated classes may be named in schemas.
     */
    @BeforeAll
    static void trustTheGeneratedClasses() {
        assertThat(EventSchemas.contributions()).isNotEmpty();
    }

    @Test
    void readsACitation() {
        assertThat(OwnEventHandler.read(new EvidenceCited("c-1", "x-1", 4L, "s-1", "note")))
                .isEqualTo(
                        new OwnEvent.EvidenceCited(
                                new ContributionId("c-1"), new ExperienceId("x-1")));
    }

    @Test
    void readsAnAdoptionWithAndWithoutAPredecessor() {
        assertThat(OwnEventHandler.read(new ContributionAdopted("c-2", DAY, "c-1", null)))
                .isEqualTo(
                        new OwnEvent.ContributionAdopted(
                                new ContributionId("c-2"), new ContributionId("c-1")));
        assertThat(OwnEventHandler.read(new ContributionAdopted("c-2", DAY, null, null)))
                .isEqualTo(new OwnEvent.ContributionAdopted(new ContributionId("c-2"), null));
    }

    @Test
    void readsOfMinutesTheDecisions() {
        ActionContent content =
                ActionContent.newBuilder()
                        .setTitle("Équiper les écoles")
                        .setDescription("En deux ans")
                        .setLeadPartnerId("p-1")
                        .setPartnersInvolved(List.of("p-2"))
                        .setTerritory("region:44")
                        .setAxes(List.of(relais.events.contributions.Axis.INFRASTRUCTURE))
                        .setDueOn(DAY)
                        .setObjectives(List.of("o-1"))
                        .setContributionId("c-1")
                        .setExperiences(List.of("x-1"))
                        .build();
        MinutesPublished minutes =
                MinutesPublished.newBuilder()
                        .setWorkingDayId("wd-1")
                        .setText("Compte rendu")
                        .setDecisions(
                                List.of(
                                        new MeetingDecision("d-1", "On note.", null, null),
                                        new MeetingDecision("d-2", "On équipe.", "ac-1", content)))
                        .build();
        ActionPlan plan =
                new ActionPlan(
                        "Équiper les écoles",
                        "En deux ans",
                        new PartnerId("p-1"),
                        List.of(new PartnerId("p-2")),
                        new TerritoryCode("region:44"),
                        List.of(Axis.INFRASTRUCTURE),
                        DAY,
                        List.of(new ObjectiveId("o-1")),
                        new ContributionId("c-1"),
                        List.of(new ExperienceId("x-1")));
        assertThat(OwnEventHandler.read(minutes))
                .isEqualTo(
                        new OwnEvent.MinutesPublished(
                                new WorkingDayId("wd-1"),
                                List.of(
                                        new relais.contributions.workingday.MeetingDecision(
                                                new DecisionId("d-1"), "On note.", null, null),
                                        new relais.contributions.workingday.MeetingDecision(
                                                new DecisionId("d-2"),
                                                "On équipe.",
                                                new ActionId("ac-1"),
                                                plan))));
    }

    @Test
    void refusesWhatNeedsNoAnswer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnEventHandler.read(new ContributionWithdrawn("c-1", "why")));
    }
}
