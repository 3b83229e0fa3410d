package relais.experiences.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.experiences.domain.Scene.ACADEMIE;
import static relais.experiences.domain.Scene.ADOPTION;
import static relais.experiences.domain.Scene.ASSOCIATION;
import static relais.experiences.domain.Scene.DEPARTEMENT;
import static relais.experiences.domain.Scene.EPCI;
import static relais.experiences.domain.Scene.MINISTRY;
import static relais.experiences.domain.Scene.NEIGHBOUR;
import static relais.experiences.domain.Scene.NOW;
import static relais.experiences.domain.Scene.REGION;
import static relais.experiences.domain.Scene.TODAY;
import static relais.experiences.domain.Scene.TOWN;
import static relais.experiences.domain.Scene.by;
import static relais.experiences.domain.Scene.card;
import static relais.experiences.domain.Scene.circumstances;
import static relais.experiences.domain.Scene.committee;
import static relais.experiences.domain.Scene.published;
import static relais.experiences.domain.Scene.submit;
import static relais.experiences.domain.Scene.submitted;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {

    private static final ExperienceCommand PUBLISH = new ExperienceCommand.Publish("bien");

    // Who.

    @Test
    void refusesSomeoneOfNoPartner() {
        Actor nobody = new Actor("m-1", null, Set.of(Role.PARTNER));
        assertThat(codes(null, submit(card().build()), circumstances(nobody, null, null, NOW, NOW)))
                .containsExactly("partner:partner-required");
    }

    @Test
    void refusesAnalystsOfAPartner() {
        Actor analyst = new Actor("m-1", TOWN.id(), Set.of());
        assertThat(
                        codes(
                                null,
                                submit(card().build()),
                                circumstances(analyst, TOWN, null, NOW, NOW)))
                .containsExactly("partner:partner-required");
    }

    @Test
    void refusesAnUnknownPartner() {
        Circumstances unknown = circumstances(Scene.actor(TOWN), null, null, NOW, NOW);
        assertThat(codes(null, submit(card().build()), unknown))
                .containsExactly("partner:partner-unknown");
    }

    @Test
    void refusesASuspendedPartner() {
        assertThat(codes(null, submit(card().build()), by(Scene.suspended(TOWN))))
                .containsExactly("partner:partner-suspended");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02,,,true",
        "2026-03-03,,,false",
        "2020-01-01,2026-03-02,,true",
        "2020-01-01,2026-03-01,,false",
        "2020-01-01,,2026-03-02,false",
        "2020-01-01,,2026-03-03,true"
    })
    void actsOnlyWhileTheMandateIsInForce(
            String from, @Nullable String until, @Nullable String ended, boolean inForce) {
        Mandate mandate =
                new Mandate(
                        "m-p-town",
                        LocalDate.parse(from),
                        ContentPolicy.day(until).orElse(null),
                        ContentPolicy.day(ended).orElse(null));
        Partner town =
                new Partner(
                        TOWN.id(),
                        TOWN.name(),
                        TOWN.kind(),
                        TOWN.territory(),
                        true,
                        Map.of(mandate.id(), mandate));
        assertThat(mandate.inForceOn(TODAY)).isEqualTo(inForce);
        assertThat(codes(null, submit(card().build()), by(town)))
                .isEqualTo(inForce ? List.of() : List.of("mandate:mandate-not-in-force"));
    }

    @Test
    void onlyTheOwnerRevises() {
        assertThat(
                        codes(
                                published(TOWN, card().build()),
                                new ExperienceCommand.Revise(card().build(), null),
                                by(EPCI)))
                .contains("partner:owner-only");
    }

    @Test
    void onlyTheCommitteeHighlightsAndModerates() {
        Experience experience = published(TOWN, card().build());
        assertThat(codes(experience, new ExperienceCommand.Highlight("h", null), by(ACADEMIE)))
                .containsExactly("roles:committee-only");
        assertThat(codes(experience, new ExperienceCommand.Moderate("why"), by(ACADEMIE)))
                .containsExactly("roles:committee-only");
        assertThat(codes(experience, new ExperienceCommand.Moderate("why"), committee())).isEmpty();
    }

    // Reviews.

    @Test
    void theCommitteeReviewsAnywhere() {
        assertThat(codes(submitted(TOWN, card().build()), PUBLISH, committee())).isEmpty();
    }

    @Test
    void anAcademieReviewsInItsTerritory() {
        assertThat(codes(submitted(TOWN, card().build()), PUBLISH, by(ACADEMIE))).isEmpty();
    }

    @Test
    void anAcademieDoesNotReviewElsewhere() {
        Experience elsewhere = submitted(NEIGHBOUR, card().at("commune:25056").build());
        assertThat(codes(elsewhere, PUBLISH, by(ACADEMIE)))
                .containsExactly("partner:reviews-its-territory");
    }

    @Test
    void anAcademieDoesNotReviewWhatIsWiderThanItself() {
        Experience wider = submitted(REGION, card().at("region:24").level("LYCEE").build());
        assertThat(codes(wider, PUBLISH, by(ACADEMIE)))
                .containsExactly("partner:reviews-its-territory");
    }

    @Test
    void otherPartnersDoNotReview() {
        assertThat(codes(submitted(TOWN, card().build()), PUBLISH, by(DEPARTEMENT)))
                .containsExactly("partner:reviews-its-territory");
    }

    @Test
    void nobodyReviewsTheirOwn() {
        Experience ofTheAcademie = submitted(ACADEMIE, card().at("academie:18").build());
        assertThat(codes(ofTheAcademie, PUBLISH, by(ACADEMIE)))
                .containsExactly("partner:not-judge-of-its-own");
        Experience ofTheMinistry = submitted(MINISTRY, card().at("pays:FR").build());
        assertThat(codes(ofTheMinistry, PUBLISH, committee()))
                .containsExactly("partner:not-judge-of-its-own");
    }

    @Test
    void aSuspendedReviewerDoesNotReview() {
        assertThat(codes(submitted(TOWN, card().build()), PUBLISH, by(Scene.suspended(ACADEMIE))))
                .containsExactly("partner:partner-suspended");
    }

    // Where, and with what competence.

    @Test
    void refusesATerritoryOutsideThePartners() {
        assertThat(codes(null, submit(card().at("commune:25056").build()), by(TOWN)))
                .containsExactly("territory:outside-territory");
        assertThat(codes(null, submit(card().at("departement:45").build()), by(TOWN)))
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
        assertThat(codes(null, submit(card), by(partner)))
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
                        card().at("pays:FR").level("COLLEGE").build(),
                        "p-departement",
                        null);
        assertThat(
                        codes(
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

    // What came before.

    @Test
    void refusesASecondSubmission() {
        assertThat(codes(submitted(TOWN, card().build()), submit(card().build()), by(TOWN)))
                .containsExactly("id:already-submitted");
    }

    @Test
    void aPartnerEndorsesOnceAndNotItsOwn() {
        ExperienceCommand endorse = new ExperienceCommand.Endorse("bravo");
        Experience experience = published(TOWN, card().build());
        assertThat(codes(experience, endorse, by(TOWN)))
                .containsExactly("partner:another-ones-experience");
        Experience endorsed = Scene.after(experience, endorse, by(EPCI));
        assertThat(endorsed.endorsements()).containsExactly(EPCI.id());
        assertThat(codes(endorsed, endorse, by(EPCI))).containsExactly("partner:already-endorsed");
        assertThat(codes(endorsed, new ExperienceCommand.RetractEndorsement(null), by(DEPARTEMENT)))
                .containsExactly("partner:not-endorsed");
        Experience retracted =
                Scene.after(endorsed, new ExperienceCommand.RetractEndorsement(null), by(EPCI));
        assertThat(retracted.endorsements()).isEmpty();
    }

    @Test
    void aPartnerAdoptsOnceAtATimeAndNotItsOwn() {
        ExperienceCommand adopt = new ExperienceCommand.Adopt(ADOPTION, "plan", null);
        Experience experience = published(TOWN, card().build());
        assertThat(codes(experience, adopt, by(TOWN)))
                .containsExactly("partner:another-ones-experience");
        Experience adopted = Scene.after(experience, adopt, by(NEIGHBOUR));
        assertThat(adopted.adoption(ADOPTION).orElseThrow().territory())
                .isEqualTo(NEIGHBOUR.territory());
        ExperienceCommand again = new ExperienceCommand.Adopt(new AdoptionId("a-2"), "plan", null);
        assertThat(codes(adopted, again, by(NEIGHBOUR))).containsExactly("partner:already-adopted");
        Experience ended =
                Scene.after(
                        adopted,
                        new ExperienceCommand.EndAdoption(ADOPTION, null, null),
                        by(NEIGHBOUR));
        assertThat(codes(ended, adopt, by(NEIGHBOUR)))
                .containsExactly("adoptionRef:adoption-id-taken");
        assertThat(codes(ended, again, by(NEIGHBOUR))).isEmpty();
    }

    @Test
    void onlyTheAdopterReportsAndOnlyWhileItLasts() {
        Experience adopted =
                Scene.after(
                        published(TOWN, card().build()),
                        new ExperienceCommand.Adopt(ADOPTION, null, "2026-03-01"),
                        by(NEIGHBOUR));
        assertThat(codes(adopted, report(ADOPTION, null), by(EPCI)))
                .containsExactly("partner:adopter-only");
        assertThat(codes(adopted, report(new AdoptionId("a-9"), null), by(NEIGHBOUR)))
                .containsExactly("adoption:adoption-unknown");
        assertThat(codes(adopted, report(ADOPTION, "2026-02-28"), by(NEIGHBOUR)))
                .containsExactly("reportedOn:date-between");
        assertThat(
                        codes(
                                adopted,
                                new ExperienceCommand.ReportAdoption(ADOPTION, null, null, null),
                                by(NEIGHBOUR)))
                .containsExactly("results:required");
        Experience ended =
                Scene.after(
                        adopted,
                        new ExperienceCommand.EndAdoption(ADOPTION, "fini", null),
                        by(NEIGHBOUR));
        assertThat(codes(ended, report(ADOPTION, null), by(NEIGHBOUR)))
                .containsExactly("adoption:adoption-ended");
    }

    @Test
    void timeNeverGoesBackNorAhead() {
        Experience experience = submitted(TOWN, card().build());
        Circumstances before =
                circumstances(Scene.committeeActor(), MINISTRY, null, NOW.minusSeconds(1), NOW);
        assertThat(codes(experience, PUBLISH, before))
                .containsExactly("occurredAt:before-last-event");
        Circumstances ahead =
                circumstances(
                        Scene.committeeActor(), MINISTRY, null, NOW.plus(Duration.ofDays(1)), NOW);
        assertThat(codes(experience, PUBLISH, ahead)).containsExactly("occurredAt:in-the-future");
    }

    // The rest of a command.

    @Test
    void aReasonIsOwed() {
        Experience submitted = submitted(TOWN, card().build());
        Experience published = published(TOWN, card().build());
        assertThat(codes(submitted, new ExperienceCommand.Return(" ", List.of()), committee()))
                .containsExactly("reason:required");
        assertThat(codes(published, new ExperienceCommand.Withdraw(null), by(TOWN)))
                .containsExactly("reason:required");
        assertThat(codes(published, new ExperienceCommand.Moderate("x".repeat(2_001)), committee()))
                .containsExactly("reason:too-long");
    }

    @Test
    void commentsOfAReturnNameTheirField() {
        assertThat(
                        codes(
                                submitted(TOWN, card().build()),
                                new ExperienceCommand.Return(
                                        "why", List.of(new FieldComment("", "mieux"))),
                                committee()))
                .containsExactly("comments[0].field:required");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-03,date-between", "demain,not-a-date"})
    void confirmsTodayOrBefore(String day, String code) {
        assertThat(
                        codes(
                                published(TOWN, card().build()),
                                new ExperienceCommand.Confirm(day),
                                by(TOWN)))
                .containsExactly("confirmedOn:" + code);
    }

    @Test
    void aHighlightEndsLater() {
        assertThat(
                        codes(
                                published(TOWN, card().build()),
                                new ExperienceCommand.Highlight("h", "2026-03-01"),
                                committee()))
                .containsExactly("until:until-from-today");
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void everyPolicyIsMetBySomeCommand(Policy policy) {
        Set<Policy> met = EnumSet.noneOf(Policy.class);
        CommandSamples.all().forEach(command -> met.addAll(Policy.of(command)));
        assertThat(met).contains(policy);
    }

    private static List<String> competent(
            ProposedContent card, String named, @Nullable Partner competent) {
        return codes(
                null,
                new ExperienceCommand.Submit(Scene.EXPERIENCE, card, named, null),
                circumstances(Scene.actor(TOWN), TOWN, competent, NOW, NOW));
    }

    private static ExperienceCommand report(AdoptionId adoption, @Nullable String day) {
        return new ExperienceCommand.ReportAdoption(
                adoption, new ProposedContent.ProposedResults("MEASURED", "bien"), null, day);
    }

    private static List<String> codes(
            @Nullable Experience experience,
            ExperienceCommand command,
            Circumstances circumstances) {
        return switch (Experience.decide(experience, command, circumstances)) {
            case Decision.Accepted _ -> List.of();
            case Decision.Refused refused ->
                    refused.refusals().stream()
                            .map(refusal -> refusal.field() + ":" + refusal.code())
                            .toList();
        };
    }
}
