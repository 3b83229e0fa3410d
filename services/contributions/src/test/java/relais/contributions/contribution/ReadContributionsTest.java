package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Axis;
import relais.aggregates.ListPosition;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.partner.PartnerId;
import relais.contributions.contribution.ReadContributions.Filter;

class ReadContributionsTest {

    private static final ContributionId ID = new ContributionId("c-1");
    private static final Filter ALL = new Filter(null, null, null, false);

    private final Bench bench = new Bench();

    @Test
    void theCommitteeReadsADraftAndNobodyElse() {
        bench.drafted("c-1");
        assertThat(bench.read.read(ID, Bench.AMF)).isPresent();
        assertThat(bench.read.read(ID, Bench.SECRETARY)).isPresent();
        assertThat(bench.read.read(ID, Bench.TOWN)).isEmpty();
        assertThat(bench.read.read(ID, Bench.ANYONE)).isEmpty();
        assertThat(bench.read.read(ID, Bench.SUSPENDED)).isEmpty();
    }

    @Test
    void everyoneReadsWhatWasConsultedOn() {
        bench.consulted("c-1");
        assertThat(bench.read.read(ID, Bench.ANYONE).orElseThrow().full()).isTrue();
        bench.done("c-1", Bench.SECRETARY, new ContributionCommand.CloseConsultation("à revoir"));
        assertThat(bench.read.read(ID, Bench.ANYONE)).isPresent();
    }

    @Test
    void ofAWithdrawnOneEveryoneSeesATombstoneAndTheCommitteeTheText() {
        bench.consulted("c-1");
        bench.done("c-1", Bench.AMF, new ContributionCommand.Withdraw("sans objet"));
        assertThat(bench.read.read(ID, Bench.ANYONE).orElseThrow().full()).isFalse();
        assertThat(bench.read.read(ID, Bench.TOWN).orElseThrow().full()).isFalse();
        assertThat(bench.read.read(ID, Bench.ADF).orElseThrow().full()).isTrue();
        assertThat(bench.read.read(ID, Bench.SECRETARY).orElseThrow().full()).isTrue();
        assertThat(bench.read.board(ID, Bench.ANYONE)).as("positions go with the text").isEmpty();
        assertThat(bench.read.board(ID, Bench.ADF)).isPresent();
        bench.tell("p-adf", new PartnerFact.Suspended());
        assertThat(bench.read.read(ID, Bench.ADF).orElseThrow().full())
                .as("who may not act reads as anyone does")
                .isFalse();
    }

    @Test
    void aListShowsWhatItsReaderMayKnowOf() {
        bench.drafted("c-draft");
        bench.consulted("c-public");
        assertThat(ids(Bench.AMF, ALL)).containsExactlyInAnyOrder("c-draft", "c-public");
        assertThat(ids(Bench.SECRETARY, ALL)).hasSize(2);
        assertThat(ids(Bench.TOWN, ALL)).containsExactly("c-public");
        assertThat(ids(Bench.ANYONE, ALL)).containsExactly("c-public");
        assertThat(ids(Bench.SUSPENDED, ALL)).containsExactly("c-public");
    }

    @Test
    void aListIsFiltered() {
        bench.drafted("c-draft");
        bench.consulted("c-public");
        assertThat(
                        ids(
                                Bench.AMF,
                                new Filter(
                                        ContributionStatus.CONSULTATION, Axis.USES, null, false)))
                .containsExactly("c-public");
        assertThat(ids(Bench.AMF, new Filter(null, Axis.INDUSTRY, null, false))).isEmpty();
    }

    @Test
    void aListGoesOnWhereItWasLeft() {
        bench.open("c-1");
        bench.now = bench.now.plusSeconds(1);
        bench.open("c-2");
        List<Contributions.Listed> first = bench.read.list(ALL, Bench.AMF, null, 1);
        assertThat(first).extracting(one -> one.id().value()).containsExactly("c-2");
        ListPosition<Instant> left = new ListPosition<>(first.getFirst().state().openedAt(), "c-2");
        assertThat(ids(Bench.AMF, ALL, left)).containsExactly("c-1");
    }

    @Test
    void theBoardSaysWhatIsMissingAndWhoIsSilentByName() {
        bench.consulted("c-1");
        ReadContributions.BoardReading reading = bench.read.board(ID, Bench.ANYONE).orElseThrow();
        assertThat(reading.board().allowsAdoption()).isFalse();
        Board.Finding quorum =
                reading.board().findings().stream()
                        .filter(Board.QuorumReached.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        assertThat(quorum.missing()).isEqualTo(2);
        assertThat(quorum.partners())
                .contains(new Board.Named(new PartnerId("p-adf"), "Le partenaire p-adf"));
        assertThat(bench.read.board(new ContributionId("c-none"), Bench.AMF)).isEmpty();
    }

    @Test
    void anAmendmentIsAnsweredAgainToItsProposerOnly() {
        bench.drafted("c-1");
        AmendmentId amendment = new AmendmentId("am-1");
        bench.done(
                "c-1",
                Bench.ADF,
                new ContributionCommand.ProposeAmendment(
                        amendment,
                        new ContributionCommand.Proposal(
                                "s-1", 2L, null, "Un par élève.", "parce que")));
        assertThat(bench.read.proposedBefore(ID, amendment, Bench.ADF)).isPresent();
        assertThat(bench.read.proposedBefore(ID, amendment, Bench.AMF)).isEmpty();
        assertThat(bench.read.proposedBefore(ID, new AmendmentId("am-2"), Bench.ADF)).isEmpty();
    }

    private List<String> ids(Actor reader, Filter filter) {
        return ids(reader, filter, null);
    }

    private List<String> ids(Actor reader, Filter filter, @Nullable ListPosition<Instant> after) {
        return bench.read.list(filter, reader, after, 10).stream()
                .map(one -> one.id().value())
                .toList();
    }
}
