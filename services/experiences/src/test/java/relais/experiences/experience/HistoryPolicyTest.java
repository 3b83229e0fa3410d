package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.experiences.experience.Scene.ADOPTION;
import static relais.experiences.experience.Scene.DEPARTEMENT;
import static relais.experiences.experience.Scene.EPCI;
import static relais.experiences.experience.Scene.MINISTRY;
import static relais.experiences.experience.Scene.NEIGHBOUR;
import static relais.experiences.experience.Scene.NOW;
import static relais.experiences.experience.Scene.TOWN;
import static relais.experiences.experience.Scene.by;
import static relais.experiences.experience.Scene.card;
import static relais.experiences.experience.Scene.circumstances;
import static relais.experiences.experience.Scene.committee;
import static relais.experiences.experience.Scene.published;
import static relais.experiences.experience.Scene.refusals;
import static relais.experiences.experience.Scene.submit;
import static relais.experiences.experience.Scene.submitted;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.Partner;

/** What came before decides what may follow. */
class HistoryPolicyTest {
    @Test
    void refusesASecondSubmission() {
        assertThat(refusals(submitted(TOWN, card().build()), submit(card().build()), by(TOWN)))
                .containsExactly("id:already-submitted");
    }

    @Test
    void aPartnerEndorsesOnceAndNotItsOwn() {
        ExperienceCommand endorse = new ExperienceCommand.Endorse("bravo");
        Experience experience = published(TOWN, card().build());
        assertThat(refusals(experience, endorse, by(TOWN)))
                .containsExactly("partner:another-ones-experience");
        Experience endorsed = Scene.after(experience, endorse, by(EPCI));
        assertThat(endorsed.endorsements()).containsExactly(EPCI.id());
        assertThat(refusals(endorsed, endorse, by(EPCI)))
                .containsExactly("partner:already-endorsed");
        assertThat(
                        refusals(
                                endorsed,
                                new ExperienceCommand.RetractEndorsement(null),
                                by(DEPARTEMENT)))
                .containsExactly("partner:not-endorsed");
        Experience retracted =
                Scene.after(endorsed, new ExperienceCommand.RetractEndorsement(null), by(EPCI));
        assertThat(retracted.endorsements()).isEmpty();
    }

    @Test
    void aHighlightIsTakenBackAtOnceAndOnlyWhileThereIsOne() {
        ExperienceCommand retract = new ExperienceCommand.RetractHighlight("lien mort");
        Experience experience = published(TOWN, card().build());
        assertThat(refusals(experience, retract, committee()))
                .containsExactly("highlight:not-highlighted");
        Experience highlighted =
                Scene.after(
                        experience,
                        new ExperienceCommand.Highlight("à lire", Scene.TODAY.toString()),
                        committee());
        assertThat(refusals(highlighted, retract, by(EPCI)))
                .containsExactly("roles:committee-only");
        Experience retracted = Scene.after(highlighted, retract, committee());
        assertThat(retracted.highlight()).isNull();
        assertThat(refusals(retracted, retract, committee()))
                .containsExactly("highlight:not-highlighted");
        Instant dayAfter = NOW.plus(Duration.ofDays(1));
        assertThat(
                        refusals(
                                highlighted,
                                retract,
                                circumstances(
                                        Scene.committeeActor(),
                                        MINISTRY,
                                        null,
                                        dayAfter,
                                        dayAfter)))
                .containsExactly("highlight:not-highlighted");
    }

    @Test
    void aPartnerAdoptsOnceAtATimeAndNotItsOwn() {
        ExperienceCommand adopt =
                new ExperienceCommand.Adopt(
                        ADOPTION, new ExperienceCommand.AdoptionRequest("plan", null));
        Experience experience = published(TOWN, card().build());
        assertThat(refusals(experience, adopt, by(TOWN)))
                .containsExactly("partner:another-ones-experience");
        Experience adopted = Scene.after(experience, adopt, by(NEIGHBOUR));
        assertThat(adopted.adoption(ADOPTION).orElseThrow().territory())
                .isEqualTo(NEIGHBOUR.territory());
        ExperienceCommand again =
                new ExperienceCommand.Adopt(
                        new AdoptionId("a-2"), new ExperienceCommand.AdoptionRequest("plan", null));
        assertThat(refusals(adopted, again, by(NEIGHBOUR)))
                .containsExactly("partner:already-adopted");
        Experience ended =
                Scene.after(
                        adopted,
                        new ExperienceCommand.EndAdoption(
                                ADOPTION, new ExperienceCommand.EndRequest(null, null)),
                        by(NEIGHBOUR));
        assertThat(refusals(ended, adopt, by(NEIGHBOUR)))
                .containsExactly("adoptionRef:adoption-id-taken");
        assertThat(refusals(ended, again, by(NEIGHBOUR))).isEmpty();
    }

    @Test
    void nobodyAdoptsAnExperienceBeforeItBegan() {
        Experience experience = published(TOWN, card().build());
        assertThat(refusals(experience, adopt("2024-08-31"), by(NEIGHBOUR)))
                .containsExactly("adoptedOn:before-the-experience");
        assertThat(refusals(experience, adopt("2024-09-01"), by(NEIGHBOUR))).isEmpty();
        Scene.CardBuilder undated = card();
        undated.startedOn = null;
        assertThat(refusals(published(TOWN, undated.build()), adopt("2026-03-01"), by(NEIGHBOUR)))
                .containsExactly("adoptedOn:before-the-experience");
        Scene.CardBuilder planned = card();
        planned.startedOn = "2026-09-01";
        assertThat(refusals(published(TOWN, planned.build()), adopt(null), by(NEIGHBOUR)))
                .containsExactly("adoptedOn:before-the-experience");
    }

    private static ExperienceCommand adopt(@Nullable String day) {
        return new ExperienceCommand.Adopt(
                ADOPTION, new ExperienceCommand.AdoptionRequest(null, day));
    }

    @Test
    void onlyTheAdopterReportsAndOnlyWhileItLasts() {
        Experience adopted =
                Scene.after(
                        published(TOWN, card().build()),
                        new ExperienceCommand.Adopt(
                                ADOPTION,
                                new ExperienceCommand.AdoptionRequest(null, "2026-03-01")),
                        by(NEIGHBOUR));
        assertThat(refusals(adopted, report(ADOPTION, null), by(EPCI)))
                .containsExactly("partner:adopter-only");
        assertThat(refusals(adopted, report(new AdoptionId("a-9"), null), by(NEIGHBOUR)))
                .containsExactly("adoption:adoption-unknown");
        assertThat(refusals(adopted, report(ADOPTION, "2026-02-28"), by(NEIGHBOUR)))
                .containsExactly("reportedOn:date-between");
        assertThat(
                        refusals(
                                adopted,
                                new ExperienceCommand.ReportAdoption(
                                        ADOPTION,
                                        new ExperienceCommand.ReportRequest(
                                                null, null, null, null)),
                                by(NEIGHBOUR)))
                .containsExactly("results:required");
        Experience ended =
                Scene.after(
                        adopted,
                        new ExperienceCommand.EndAdoption(
                                ADOPTION, new ExperienceCommand.EndRequest("fini", null)),
                        by(NEIGHBOUR));
        assertThat(refusals(ended, report(ADOPTION, null), by(NEIGHBOUR)))
                .containsExactly("adoption:adoption-ended");
    }

    @Test
    void whatCameOfAnAdoptionIsAnotherPublishedCardOfTheAdopter() {
        Experience adopted =
                Scene.after(
                        published(TOWN, card().build()),
                        new ExperienceCommand.Adopt(
                                ADOPTION,
                                new ExperienceCommand.AdoptionRequest(null, "2026-03-01")),
                        by(NEIGHBOUR));
        Experience submitted = ownOf(NEIGHBOUR);
        Experience own = Experience.apply(submitted, new ExperienceEvent.Published(null), NOW);
        Experience others = Experience.apply(ownOf(EPCI), new ExperienceEvent.Published(null), NOW);

        assertThat(refusals(adopted, reportNaming("x-own"), naming(own))).isEmpty();
        for (Circumstances wrong :
                List.of(naming(submitted), naming(others), naming(adopted), by(NEIGHBOUR))) {
            assertThat(refusals(adopted, reportNaming("x-own"), wrong))
                    .containsExactly("ownExperience:not-own-experience");
        }
        assertThat(refusals(adopted, reportNaming("nonsense"), naming(own)))
                .containsExactly("ownExperience:not-own-experience");
    }

    private static Experience ownOf(Partner partner) {
        return Experience.apply(
                null,
                new ExperienceEvent.Submitted(
                        new ExperienceId("x-own"),
                        partner.id(),
                        partner.territory(),
                        card().build().accepted(Map.of()),
                        null,
                        null),
                NOW);
    }

    private static Circumstances naming(Experience own) {
        return new Circumstances(
                Scene.actor(NEIGHBOUR),
                NEIGHBOUR,
                null,
                own,
                Map.of(),
                Scene.TERRITORIES,
                NOW,
                NOW);
    }

    private static ExperienceCommand reportNaming(String own) {
        return new ExperienceCommand.ReportAdoption(
                ADOPTION,
                new ExperienceCommand.ReportRequest(
                        new ProposedContent.ProposedResults("MEASURED", "bien"), null, null, own));
    }

    private static ExperienceCommand report(AdoptionId adoption, @Nullable String day) {
        return new ExperienceCommand.ReportAdoption(
                adoption,
                new ExperienceCommand.ReportRequest(
                        new ProposedContent.ProposedResults("MEASURED", "bien"), null, day, null));
    }
}
