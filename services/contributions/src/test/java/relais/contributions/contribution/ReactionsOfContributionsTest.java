package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Cause;
import relais.aggregates.StillBusyException;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.KnownExperience.Change;

class ReactionsOfContributionsTest {

    private static final ContributionId ID = new ContributionId("c-1");
    private static final String CAUSE = "x-tablets:4";

    private final Bench bench = new Bench();

    @Test
    void everyContributionThatCitesIsToldOnce() {
        bench.citing("c-1", 3);
        bench.citing("c-2", 3);
        bench.drafted("c-3");
        for (int i = 0; i < 2; i++) {
            outdate(revised(4));
        }
        assertThat(outdated("c-1")).isEqualTo(revised(4));
        assertThat(outdated("c-2")).isEqualTo(revised(4));
        assertThat(bench.stored("c-1").version()).isEqualTo(4);
        assertThat(bench.stored("c-3").version()).isEqualTo(2);
    }

    @Test
    void whatComesLateIsNotNews() {
        bench.citing("c-1", 3);
        outdate(revised(5));
        outdate(revised(4));
        assertThat(outdated("c-1")).isEqualTo(revised(5));
    }

    @Test
    void aCitationFindsTheChangeThatCameBeforeIt() {
        bench.citing("c-1", 3);
        know(revised(4));
        bench.reactions.check(ID, Bench.TABLETS, new Cause("c-1:3", null));
        bench.reactions.check(ID, Bench.TABLETS, new Cause("c-1:3", null));
        assertThat(outdated("c-1")).isEqualTo(revised(4));
        assertThat(bench.stored("c-1").version()).isEqualTo(4);
    }

    @Test
    void aCitationOfTheLastVersionNeedsNothing() {
        bench.citing("c-1", 3);
        know(revised(3));
        bench.reactions.check(ID, Bench.TABLETS, new Cause("c-1:3", null));
        bench.reactions.check(
                new ContributionId("c-none"), Bench.TABLETS, new Cause("c-none:3", null));
        assertThat(bench.stored("c-1").version()).isEqualTo(3);
    }

    @Test
    void anArchivesChangeBelongsToItsTimeButNotBeforeTheCitation() {
        bench.citing("c-1", 3);
        Instant cited = bench.stored("c-1").lastEventAt();
        outdate(revised(4), cited.minusSeconds(3600));
        assertThat(bench.stored("c-1").lastEventAt()).isEqualTo(cited);
    }

    @Test
    void triesAgainWhileOthersAreFasterAndSaysWhenItGaveUp() {
        bench.citing("c-1", 3);
        bench.contributions.losses = 20;
        outdate(revised(4));
        assertThat(outdated("c-1")).isEqualTo(revised(4));
        bench.contributions.losses = 100;
        assertThatExceptionOfType(StillBusyException.class).isThrownBy(() -> outdate(revised(5)));
    }

    @Test
    void theSuccessorsAdoptionSupersedesOnce() {
        bench.adopted("c-1");
        bench.open("c-2", "c-1");
        bench.done("c-2", Bench.AMF, Bench.draft("Mieux."));
        bench.adopted("c-2");
        for (int i = 0; i < 2; i++) {
            supersede("c-1", "c-2");
        }
        assertThat(bench.stored("c-1").state().status()).isEqualTo(ContributionStatus.SUPERSEDED);
        assertThat(Optional.ofNullable(bench.stored("c-1").state().supersededBy()))
                .contains(new ContributionId("c-2"));
        long version = bench.stored("c-1").version();
        supersede("c-1", "c-3");
        assertThat(bench.stored("c-1").version()).as("the first one stays").isEqualTo(version);
    }

    @Test
    void whatIsNotInForceIsNotSuperseded() {
        bench.drafted("c-1");
        supersede("c-1", "c-2");
        supersede("c-none", "c-2");
        assertThat(bench.stored("c-1").state().status()).isEqualTo(ContributionStatus.DRAFTING);
    }

    @Test
    void whatIsWithdrawnIsLeftAlone() {
        bench.citing("c-1", 3);
        bench.done("c-1", Bench.AMF, new ContributionCommand.Withdraw("sans objet"));
        outdate(revised(4));
        assertThat(outdated("c-1")).isNull();
    }

    private void supersede(String old, String by) {
        bench.reactions.supersede(
                new ContributionId(old), new ContributionId(by), new Cause(by + ":9", null));
    }

    private void outdate(Change change) {
        outdate(change, null);
    }

    private void outdate(Change change, @Nullable Instant archivedAt) {
        bench.reactions.outdate(Bench.TABLETS, change, new Cause(CAUSE, archivedAt));
    }

    private void know(Change change) {
        bench.experiences.put(
                Bench.TABLETS,
                new KnownExperience(
                        Bench.TABLETS,
                        change.version(),
                        2L,
                        KnownExperience.Standing.PUBLISHED,
                        change));
    }

    private static Change revised(long version) {
        return new Change(version, EvidenceChange.REVISED, ContributionSamples.NOW, "chiffres");
    }

    private @Nullable Change outdated(String id) {
        return bench.stored(id).state().evidence(Bench.TABLETS).orElseThrow().outdated();
    }
}
