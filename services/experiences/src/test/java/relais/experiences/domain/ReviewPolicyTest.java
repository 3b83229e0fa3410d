package relais.experiences.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.experiences.domain.Scene.ACADEMIE;
import static relais.experiences.domain.Scene.DEPARTEMENT;
import static relais.experiences.domain.Scene.MINISTRY;
import static relais.experiences.domain.Scene.NEIGHBOUR;
import static relais.experiences.domain.Scene.REGION;
import static relais.experiences.domain.Scene.TOWN;
import static relais.experiences.domain.Scene.by;
import static relais.experiences.domain.Scene.card;
import static relais.experiences.domain.Scene.committee;
import static relais.experiences.domain.Scene.refusals;
import static relais.experiences.domain.Scene.submitted;

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
    void aSuspendedReviewerDoesNotReview() {
        assertThat(
                        refusals(
                                submitted(TOWN, card().build()),
                                PUBLISH,
                                by(Scene.suspended(ACADEMIE))))
                .containsExactly("partner:partner-suspended");
    }
}
