package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.experiences.experience.Scene.ASSOCIATION;
import static relais.experiences.experience.Scene.DEPARTEMENT;
import static relais.experiences.experience.Scene.NOW;
import static relais.experiences.experience.Scene.REGION;
import static relais.experiences.experience.Scene.TOWN;
import static relais.experiences.experience.Scene.by;
import static relais.experiences.experience.Scene.card;
import static relais.experiences.experience.Scene.circumstances;
import static relais.experiences.experience.Scene.refusals;
import static relais.experiences.experience.Scene.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerKind;

/** Where an experience may be, and with whose competence. */
class CompetencePolicyTest {
    @Test
    void refusesATerritoryOutsideThePartners() {
        assertThat(refusals(null, submit(card().at("commune:25056").build()), by(TOWN)))
                .containsExactly("territory:outside-territory");
        assertThat(refusals(null, submit(card().at("departement:45").build()), by(TOWN)))
                .containsExactly("territory:outside-territory");
    }

    @ParameterizedTest
    @CsvSource({
        "p-town,ECOLE,true",
        "p-town,COLLEGE,false",
        "p-town,LYCEE,false",
        "p-town,OTHER,true",
        "p-epci,ECOLE,true",
        "p-epci,COLLEGE,false",
        "p-departement,ECOLE,false",
        "p-departement,COLLEGE,true",
        "p-departement,LYCEE,false",
        "p-region,COLLEGE,false",
        "p-region,LYCEE,true",
        "p-academie,ECOLE,true",
        "p-academie,COLLEGE,true",
        "p-academie,LYCEE,true",
        "p-mene,COLLEGE,true",
        "p-association,ECOLE,false",
        "p-association,OTHER,true"
    })
    void respectsTheCompetenceOfEach(String id, String level, boolean competent) {
        Partner partner =
                Scene.PARTNERS.stream()
                        .filter(p -> p.id().value().equals(id))
                        .findFirst()
                        .orElseThrow();
        ProposedContent card = card().at(partner.territory().value()).level(level).build();
        assertThat(refusals(null, submit(card), by(partner)))
                .isEqualTo(competent ? List.of() : List.of("level:not-competent"));
    }

    @Test
    void anotherPartnersCompetenceHelps() {
        assertThat(competent(card().level("COLLEGE").build(), "p-departement", DEPARTEMENT))
                .isEmpty();
    }

    @Test
    void aCompetentPartnerIsKnownActiveCompetentAndAtHome() {
        ProposedContent college = card().level("COLLEGE").build();
        assertThat(competent(college, "p-unknown", null))
                .containsExactly("competentPartner:competent-unknown");
        assertThat(competent(college, "not an id", null))
                .containsExactly("competentPartner:competent-unknown");
        assertThat(competent(college, "p-departement", Scene.suspended(DEPARTEMENT)))
                .containsExactly("competentPartner:competent-suspended");
        assertThat(competent(college, "p-region", REGION))
                .containsExactly("competentPartner:competent-for-others");
        Partner elsewhere = Scene.partner("p-doubs", PartnerKind.DEPARTEMENT, "departement:25");
        assertThat(competent(college, "p-doubs", elsewhere))
                .containsExactly("competentPartner:competent-elsewhere");
    }

    @Test
    void aPartCannotAnswerForTheWhole() {
        ExperienceCommand national =
                new ExperienceCommand.Submit(
                        Scene.EXPERIENCE,
                        new ProposedCard(
                                card().at("pays:FR").level("COLLEGE").build(),
                                "p-departement",
                                null),
                        null);
        assertThat(
                        refusals(
                                null,
                                national,
                                circumstances(
                                        Scene.actor(ASSOCIATION),
                                        ASSOCIATION,
                                        DEPARTEMENT,
                                        NOW,
                                        NOW)))
                .containsExactly("competentPartner:competent-elsewhere");
    }

    private static List<String> competent(
            ProposedContent card, String named, @Nullable Partner competent) {
        return refusals(
                null,
                new ExperienceCommand.Submit(
                        Scene.EXPERIENCE, new ProposedCard(card, named, null), null),
                circumstances(Scene.actor(TOWN), TOWN, competent, NOW, NOW));
    }
}
