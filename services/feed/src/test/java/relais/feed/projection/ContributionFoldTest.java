package relais.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;
import static relais.feed.projection.Committee.CONTRIBUTION;
import static relais.feed.projection.Committee.MINISTRY;
import static relais.feed.projection.Committee.REGION;
import static relais.feed.projection.Committee.accepted;
import static relais.feed.projection.Committee.adoption;
import static relais.feed.projection.Committee.cited;
import static relais.feed.projection.Committee.consulted;
import static relais.feed.projection.Committee.contribution;
import static relais.feed.projection.Committee.drafted;
import static relais.feed.projection.Committee.opened;
import static relais.feed.projection.Committee.outdated;
import static relais.feed.projection.Committee.position;
import static relais.feed.projection.Committee.proposed;
import static relais.feed.projection.Committee.stamp;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import relais.events.contributions.AmendmentAccepted;
import relais.events.contributions.AmendmentRejected;
import relais.events.contributions.ConsultationClosed;
import relais.events.contributions.ContributionSuperseded;
import relais.events.contributions.EvidenceRemoved;

class ContributionFoldTest {

    private static final String BODY = "Un visualiseur par école";

    private static Consultation consultation(ContributionCard card) {
        return Objects.requireNonNull(card.consultation());
    }

    @Test
    void isTheSignatoriesUntilItsFirstConsultationAndEveryonesFromThen() {
        ContributionCard drafting = contribution(opened(), drafted(2, BODY));
        assertThat(drafting.visibility()).isEqualTo(Visibility.SIGNATORIES);
        assertThat(drafting.status()).isEqualTo(Status.DRAFTING);

        ContributionCard asked = contribution(opened(), drafted(2, BODY), consulted(3));
        assertThat(asked.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(asked.date()).isEqualTo(asked.revision().validFrom());

        var closed =
                Histories.event(
                        stamp(CONTRIBUTION, 4), new ConsultationClosed("", "à retravailler"));
        ContributionCard again =
                contribution(opened(), drafted(2, BODY), consulted(3), closed, drafted(5, "Deux"));
        assertThat(again.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(again.status()).isEqualTo(Status.DRAFTING);
        assertThat(again.date()).isEqualTo(asked.date());
        assertThat(consultation(again).closedBecause()).isEqualTo("à retravailler");
    }

    @Test
    void knowsInWhichVersionEachSectionChanged() {
        ContributionCard first = contribution(opened(), drafted(2, BODY));
        assertThat(first.text().sections())
                .extracting(ContributionCard.Section::changedIn)
                .containsExactly(2L, 2L);

        ContributionCard second = contribution(opened(), drafted(2, BODY), drafted(3, "Deux"));
        assertThat(second.text().sections())
                .extracting(ContributionCard.Section::changedIn)
                .containsExactly(3L, 2L);
        assertThat(second.text().textVersion()).isEqualTo(3);
        assertThat(
                        contribution(opened(), drafted(2, BODY), drafted(3, "Deux"), cited(4, 2))
                                .text()
                                .textVersion())
                .isEqualTo(3);
    }

    @Test
    void anAcceptedAmendmentIsTheTextFromThen() {
        ContributionCard card = contribution(opened(), drafted(2, BODY), proposed(3), accepted(4));

        assertThat(card.text().sections().getFirst())
                .isEqualTo(
                        new ContributionCard.Section(
                                "s-1", "Équipements", "Deux visualiseurs par école", 4));
        assertThat(card.text().textVersion()).isEqualTo(4);
        assertThat(card.amendments())
                .singleElement()
                .satisfies(
                        amendment -> {
                            assertThat(amendment.settlement())
                                    .isEqualTo(ContributionCard.Settlement.ACCEPTED);
                            assertThat(amendment.remark()).isEqualTo("D’accord");
                            assertThat(amendment.settledAt()).isNotNull();
                        });
    }

    @Test
    void anAmendmentAcceptedInOtherWordsStaysItsProposers() {
        var merged =
                Histories.event(
                        stamp(CONTRIBUTION, 4),
                        new AmendmentAccepted(
                                "",
                                "am-1",
                                "s-1",
                                "Équipements",
                                "Deux visualiseurs par école, prêtés",
                                null));
        ContributionCard card = contribution(opened(), drafted(2, BODY), proposed(3), merged);

        assertThat(card.amendments().getFirst().body()).isEqualTo("Deux visualiseurs par école");
        assertThat(card.amendments().getFirst().reworded()).isTrue();
        assertThat(card.text().sections().getFirst().body())
                .isEqualTo("Deux visualiseurs par école, prêtés");
        assertThat(
                        contribution(opened(), drafted(2, BODY), proposed(3), accepted(4))
                                .amendments()
                                .getFirst()
                                .reworded())
                .isFalse();
    }

    @Test
    void aRejectedAmendmentChangesNoText() {
        var rejected =
                Histories.event(
                        stamp(CONTRIBUTION, 4), new AmendmentRejected("", "am-1", "trop cher"));
        ContributionCard card = contribution(opened(), drafted(2, BODY), proposed(3), rejected);

        assertThat(card.text().textVersion()).isEqualTo(2);
        assertThat(card.amendments().getFirst().settlement())
                .isEqualTo(ContributionCard.Settlement.REJECTED);
    }

    @Test
    void evidenceStaysOutdatedUntilItIsPinnedAnew() {
        ContributionCard card = contribution(opened(), cited(2, 2), outdated(3));
        assertThat(Objects.requireNonNull(card.evidence().getFirst().outdated()).inVersion())
                .isEqualTo(3);

        ContributionCard pinned = contribution(opened(), cited(2, 2), outdated(3), cited(4, 3));
        assertThat(pinned.evidence()).hasSize(1);
        assertThat(pinned.evidence().getFirst().version()).isEqualTo(3);
        assertThat(pinned.evidence().getFirst().outdated()).isNull();

        var removed =
                Histories.event(
                        stamp(CONTRIBUTION, 4),
                        new EvidenceRemoved("", Histories.EXPERIENCE, null));
        assertThat(contribution(opened(), cited(2, 2), outdated(3), removed).evidence()).isEmpty();
    }

    @Test
    void theLastPositionOfASignatoryCounts() {
        ContributionCard card =
                contribution(
                        opened(),
                        consulted(2),
                        position(3, REGION, "OBJECTION"),
                        position(4, MINISTRY, "CONSENT"),
                        position(5, REGION, "RESERVATION"));

        assertThat(consultation(card).positions())
                .extracting(Consultation.Position::partner, Consultation.Position::choice)
                .containsExactly(tuple(REGION, "RESERVATION"), tuple(MINISTRY, "CONSENT"));
    }

    @Test
    void keepsPositionsAndDatesAfterItsAdoptionAndWhenItIsSuperseded() {
        CardEvent[] before = adoption();
        ContributionCard adopted = contribution(before);
        assertThat(adopted.status()).isEqualTo(Status.ADOPTED);
        assertThat(adopted.life().adoptedOn()).isEqualTo(LocalDate.parse("2015-11-02"));
        assertThat(consultation(adopted).positions()).hasSize(2);

        CardEvent[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] =
                Histories.event(stamp(CONTRIBUTION, 12), new ContributionSuperseded("", "c-2"));
        ContributionCard superseded = contribution(all);
        assertThat(superseded.status()).isEqualTo(Status.SUPERSEDED);
        assertThat(superseded.life().supersededBy()).isEqualTo("c-2");
        assertThat(superseded.life().adoptedOn()).isEqualTo(LocalDate.parse("2015-11-02"));
        assertThat(superseded.text()).isEqualTo(adopted.text());
    }

    @Test
    void whatAnOperatorSkippedChangesNothing() {
        var skipped = Histories.skipped(stamp(CONTRIBUTION, 2));
        ContributionCard card = contribution(opened(), skipped, position(3, REGION, "CONSENT"));

        assertThat(card.version()).isEqualTo(3);
        assertThat(card.consultation()).isNull();
        assertThat(contribution(opened(), skipped, accepted(3)).text().sections()).isEmpty();
        assertThat(contribution(opened(), skipped, outdated(3)).evidence()).isEmpty();
    }

    @Test
    void cannotBeginWithAnythingButItsOpening() {
        assertThatIllegalStateException()
                .isThrownBy(() -> contribution(drafted(1, BODY)))
                .withMessageContaining("c-1:1");
        assertThatIllegalStateException().isThrownBy(() -> contribution(opened(), opened()));
    }
}
