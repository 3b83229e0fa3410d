package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.experiences.experience.Scene.ACADEMIE;
import static relais.experiences.experience.Scene.ASSOCIATION;
import static relais.experiences.experience.Scene.DEPARTEMENT;
import static relais.experiences.experience.Scene.MINISTRY;
import static relais.experiences.experience.Scene.NEIGHBOUR;
import static relais.experiences.experience.Scene.REGION;
import static relais.experiences.experience.Scene.TOWN;
import static relais.experiences.experience.Scene.by;
import static relais.experiences.experience.Scene.card;
import static relais.experiences.experience.Scene.committee;
import static relais.experiences.experience.Scene.refusals;
import static relais.experiences.experience.Scene.submitted;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who reviews what. */
class ReviewPolicyTest {
    private static final ExperienceCommand PUBLISH = new ExperienceCommand.Publish("bien");

    @Test
    void theCommitteeReviewsAnywhere() {
        assertThat(refusals(submitted(TOWN, card().build()), PUBLISH, committee())).isEmpty();
    }

    @Test
    void anAcademieReviewsInItsTerritory() {
        assertThat(refusals(submitted(TOWN, card().build()), PUBLISH, by(ACADEMIE))).isEmpty();
    }

    @Test
    void anAcademieDoesNotReviewElsewhere() {
        Experience elsewhere = submitted(NEIGHBOUR, card().at("commune:25056").build());
        assertThat(refusals(elsewhere, PUBLISH, by(ACADEMIE)))
                .containsExactly("partner:reviews-its-territory");
    }

    @Test
    void anAcademieDoesNotReviewWhatIsWiderThanItself() {
        Experience wider = submitted(REGION, card().at("region:24").level("LYCEE").build());
        assertThat(refusals(wider, PUBLISH, by(ACADEMIE)))
                .containsExactly("partner:reviews-its-territory");
    }

    @Test
    void otherPartnersDoNotReview() {
        assertThat(refusals(submitted(TOWN, card().build()), PUBLISH, by(DEPARTEMENT)))
                .containsExactly("partner:reviews-its-territory");
    }

    @Test
    void nobodyReviewsTheirOwn() {
        Experience ofTheAcademie = submitted(ACADEMIE, card().at("academie:18").build());
        assertThat(refusals(ofTheAcademie, PUBLISH, by(ACADEMIE)))
                .containsExactly("partner:not-judge-of-its-own");
        Experience ofTheMinistry = submitted(MINISTRY, card().at("pays:FR").build());
        assertThat(refusals(ofTheMinistry, PUBLISH, committee()))
                .containsExactly("partner:not-judge-of-its-own");
    }

    @Test
    void anotherMemberOfTheCommitteeJudgesWhatTheStatePosts() {
        for (String place : List.of("pays:FR", "region:24")) {
            Experience ofTheState = submitted(MINISTRY, card().at(place).build());
            assertThat(refusals(ofTheState, PUBLISH, by(ASSOCIATION))).isEmpty();
            assertThat(
                            refusals(
                                    ofTheState,
                                    new ExperienceCommand.Return("why", List.of()),
                                    by(ASSOCIATION)))
                    .isEmpty();
            assertThat(refusals(ofTheState, PUBLISH, by(MINISTRY)))
                    .contains("partner:not-judge-of-its-own");
            Experience published = Scene.after(ofTheState, PUBLISH, by(ASSOCIATION));
            assertThat(refusals(published, new ExperienceCommand.Moderate("why"), by(ASSOCIATION)))
                    .isEmpty();
            assertThat(refusals(published, new ExperienceCommand.Withdraw("why"), committee()))
                    .isEmpty();
        }
    }

    @Test
    void anAssociationThatTheCommitteeHasNotAdmittedJudgesNothing() {
        Experience ofTheState = submitted(MINISTRY, card().at("pays:FR").build());
        assertThat(refusals(ofTheState, PUBLISH, by(Scene.OBSERVER)))
                .containsExactly("partner:reviews-its-territory");
    }

    @Test
    void aMemberOfTheCommitteeDoesNotReviewForItElsewhere() {
        assertThat(refusals(submitted(TOWN, card().build()), PUBLISH, by(ASSOCIATION)))
                .containsExactly("partner:reviews-its-territory");
        assertThat(
                        refusals(
                                Scene.published(TOWN, card().build()),
                                new ExperienceCommand.Moderate("why"),
                                by(ASSOCIATION)))
                .containsExactly("roles:committee-only");
    }

    @Test
    void aReturnSpeaksOfFieldsThatTheCardHas() {
        Experience waiting = submitted(TOWN, card().build());
        for (String field :
                List.of("title", "links", "links[0]", "links[12].url", "means.euros", "axes[1]")) {
            assertThat(refusals(waiting, returned(field), committee())).as(field).isEmpty();
        }
        for (String field :
                List.of("titel", "title[0]", "title.text", "links[0].href", "means.", "Title")) {
            assertThat(refusals(waiting, returned(field), committee()))
                    .as(field)
                    .containsExactly("comments[0].field:unknown-field");
        }
    }

    private static ExperienceCommand returned(String field) {
        return new ExperienceCommand.Return("why", List.of(new FieldComment(field, "à revoir")));
    }

    @Test
    void aSuspendedReviewerDoesNotReview() {
        assertThat(
                        refusals(
                                submitted(TOWN, card().build()),
                                PUBLISH,
                                by(Scene.suspended(ACADEMIE))))
                .containsExactly("partner:partner-suspended");
    }
}
