package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Aggregates;
import relais.aggregates.Axis;
import relais.aggregates.Change;
import relais.aggregates.ListPosition;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.contribution.Contributions.Selection;
import relais.contributions.known.ExperienceId;

/** What every store of contributions does. Tests bring ids of their own: stores may be shared. */
public abstract class ContributionsContract {

    /** Each test's contributions are opened at times of their own. */
    private static final AtomicLong SECONDS = new AtomicLong();

    private static final Actor ACTOR =
            new Actor("m-amf", ContributionSamples.AMF, Set.of(Role.PARTNER));

    protected abstract Aggregates<Contribution, ContributionEvent> aggregates();

    protected abstract Contributions contributions();

    protected abstract WorkingCopies copies();

    /** A contribution that nobody else has, with what lists ask for. */
    private static final class Made {
        private final ContributionId id = new ContributionId("c-" + UUID.randomUUID());
        private PartnerId drafter = new PartnerId("p-" + UUID.randomUUID());
        private ContributionStatus status = ContributionStatus.DRAFTING;
        private ContributionKind kind = ContributionKind.OPINION;
        private List<Axis> axes = List.of(Axis.USES);
        private List<Evidence> evidence = List.of();
        private Contribution.@Nullable Submission submission;
        private @Nullable Instant firstConsultedAt;
        private Instant openedAt = ContributionSamples.NOW.plusSeconds(SECONDS.incrementAndGet());

        Contribution contribution() {
            return new Contribution(
                    id,
                    drafter,
                    new TerritoryCode("pays:FR"),
                    kind,
                    new Text("Avis", "En bref", axes, List.of(), 1, 0),
                    List.of(drafter),
                    evidence,
                    List.of(),
                    submission,
                    firstConsultedAt == null
                            ? null
                            : new Consultation(
                                    firstConsultedAt,
                                    firstConsultedAt.plusSeconds(60),
                                    List.of(drafter),
                                    1,
                                    null,
                                    List.of()),
                    status,
                    null,
                    openedAt,
                    firstConsultedAt,
                    null,
                    null,
                    null);
        }

        Made consulted() {
            status = ContributionStatus.CONSULTATION;
            firstConsultedAt = openedAt;
            return this;
        }

        Made submitted() {
            submission = new Contribution.Submission(openedAt, "relu");
            return this;
        }

        Made citing(ExperienceId experience) {
            evidence = List.of(new Evidence(experience, 2, null, null, null));
            return this;
        }
    }

    private Made create(Made made) {
        assertThat(aggregates().create(change(made, 0))).isTrue();
        return made;
    }

    private static Change<Contribution, ContributionEvent> change(Made made, long previous) {
        return new Change<>(
                made.id.value(),
                previous,
                List.of(new ContributionEvent.Withdrawn("whatever")),
                made.contribution(),
                ACTOR,
                made.openedAt,
                false,
                null,
                null,
                Set.of("row-1"));
    }

    @Test
    void findsWhatWasCreatedOnce() {
        Made made = create(new Made().consulted());
        assertThat(aggregates().create(change(made, 0))).isFalse();
        Stored<Contribution> stored = aggregates().find(made.id.value()).orElseThrow();
        assertThat(stored.state()).isEqualTo(made.contribution());
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.importedRows()).isEqualTo(Set.of("row-1"));
        assertThat(stored.lastEventAt()).isEqualTo(made.openedAt);
    }

    @Test
    void ofTwoChangesOfOneVersionOneWins() {
        Made made = create(new Made());
        assertThat(aggregates().save(change(made.consulted(), 1))).isTrue();
        made.kind = ContributionKind.PROPOSAL;
        assertThat(aggregates().save(change(made, 1))).isFalse();
        Stored<Contribution> stored = aggregates().find(made.id.value()).orElseThrow();
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.state().kind()).isEqualTo(ContributionKind.OPINION);
    }

    @Test
    void listsTheLatestOpenedFirstAndPageByPage() {
        Made older = new Made();
        Made newer = new Made();
        Made same = new Made();
        same.drafter = newer.drafter = older.drafter;
        same.openedAt = newer.openedAt;
        create(newer);
        create(older);
        create(same);
        Selection own = new Selection(null, null, null, false, true, older.drafter);
        List<Contributions.Listed> all =
                contributions()
                        .list(own, new ListPosition<>(newer.openedAt.plusMillis(1), "c-"), 3);
        assertThat(all).hasSize(3);
        assertThat(all.getLast().id()).isEqualTo(older.id);
        for (int i = 0; i < 2; i++) {
            Contributions.Listed shown = all.get(i);
            ListPosition<Instant> left =
                    new ListPosition<>(shown.state().openedAt(), shown.id().value());
            assertThat(contributions().list(own, left, 1)).containsExactly(all.get(i + 1));
        }
    }

    @Test
    void anEntrySaysWhatAReaderChoosesBy() {
        Made made = create(new Made().consulted());
        Contribution contribution = made.contribution();
        assertThat(listed(made, drafted(made, null, null, null)))
                .singleElement()
                .isEqualTo(
                        new Contributions.Listed(
                                made.id,
                                1,
                                new Contributions.Listed.State(
                                        contribution.status(),
                                        contribution.kind(),
                                        new Contributions.Listed.Titles(
                                                "Avis", "En bref", List.of(Axis.USES)),
                                        made.drafter,
                                        List.of(made.drafter),
                                        made.openedAt,
                                        null,
                                        new Contributions.Listed.Asked(
                                                made.openedAt.plusSeconds(60)),
                                        null,
                                        null,
                                        made.openedAt)));
    }

    @Test
    void selectsByStatusAxisAndKind() {
        Made made = new Made();
        made.axes = List.of(Axis.INDUSTRY, Axis.SUPPORT);
        made.kind = ContributionKind.FRAMEWORK;
        create(made);
        assertThat(listed(made, drafted(made, null, Axis.SUPPORT, null))).hasSize(1);
        assertThat(listed(made, drafted(made, null, Axis.USES, null))).isEmpty();
        assertThat(listed(made, drafted(made, ContributionStatus.DRAFTING, null, null))).hasSize(1);
        assertThat(listed(made, drafted(made, ContributionStatus.ADOPTED, null, null))).isEmpty();
        assertThat(listed(made, drafted(made, null, null, ContributionKind.FRAMEWORK))).hasSize(1);
        assertThat(listed(made, drafted(made, null, null, ContributionKind.OPINION))).isEmpty();
    }

    @Test
    void whatIsReadyForAConsultationIsFoundAndSaysSinceWhen() {
        Made ready = create(new Made().submitted());
        Made draft = create(new Made());
        List<Contributions.Listed> found =
                contributions().list(new Selection(null, null, null, true, false, null), null, 100);
        assertThat(found)
                .filteredOn(listed -> listed.id().equals(ready.id))
                .singleElement()
                .satisfies(
                        listed ->
                                assertThat(listed.state().submittedAt()).isEqualTo(ready.openedAt));
        assertThat(found).noneMatch(listed -> listed.id().equals(draft.id));
    }

    @Test
    void aDraftIsListedToItsDraftersAndToThoseWhoSeeAll() {
        Made draft = create(new Made());
        Made consulted = create(new Made().consulted());
        assertThat(ids(new Selection(null, null, null, false, false, null)))
                .contains(draft.id, consulted.id);
        assertThat(ids(new Selection(null, null, null, false, true, null)))
                .contains(consulted.id)
                .doesNotContain(draft.id);
        assertThat(ids(new Selection(null, null, null, false, true, draft.drafter)))
                .contains(consulted.id, draft.id);
    }

    @Test
    void findsThoseThatRelyOnAnExperience() {
        ExperienceId experience = new ExperienceId("x-" + UUID.randomUUID());
        Made one = create(new Made().citing(experience));
        Made two = create(new Made().consulted().citing(experience));
        create(new Made().citing(new ExperienceId("x-another")));
        Made withdrawn = new Made().citing(experience);
        withdrawn.status = ContributionStatus.WITHDRAWN;
        create(withdrawn);
        List<ContributionId> citing = contributions().citing(experience, null, 10);
        assertThat(citing).containsExactlyInAnyOrder(one.id, two.id);
        assertThat(contributions().citing(experience, citing.getFirst(), 10))
                .containsExactly(citing.getLast());
        assertThat(contributions().citing(experience, null, 1)).hasSize(1);
    }

    @Test
    void workingCopiesAreGuardedByTheirVersion() {
        ContributionId id = new ContributionId("c-" + UUID.randomUUID());
        WorkingCopy copy = ContributionSamples.workingCopy(id, ContributionSamples.AMF);
        assertThat(copies().find(id, ContributionSamples.AMF)).isEmpty();
        assertThat(copies().replace(3, copy)).isFalse();
        assertThat(copies().insert(copy)).isTrue();
        assertThat(copies().insert(copy)).isFalse();
        assertThat(copies().find(id, ContributionSamples.AMF)).contains(copy);
        assertThat(copies().replace(2, copy)).isFalse();
        assertThat(copies().replace(3, copy)).isTrue();
        assertThat(copies().delete(id, ContributionSamples.AMF, 4)).isFalse();
        assertThat(copies().delete(id, ContributionSamples.AMF, 3)).isTrue();
        assertThat(copies().find(id, ContributionSamples.AMF)).isEmpty();
    }

    @Test
    void workingCopiesGoByPartnerOrByContribution() {
        ContributionId id = new ContributionId("c-" + UUID.randomUUID());
        ContributionId longer = new ContributionId(id.value() + "-2");
        for (ContributionId contribution : List.of(id, longer)) {
            copies().insert(ContributionSamples.workingCopy(contribution, ContributionSamples.AMF));
            copies().insert(ContributionSamples.workingCopy(contribution, ContributionSamples.ADF));
        }
        copies().deleteOf(longer, ContributionSamples.ADF);
        assertThat(copies().find(longer, ContributionSamples.ADF)).isEmpty();
        copies().deleteAllOf(id);
        assertThat(copies().find(id, ContributionSamples.AMF)).isEmpty();
        assertThat(copies().find(id, ContributionSamples.ADF)).isEmpty();
        assertThat(copies().find(longer, ContributionSamples.AMF)).isPresent();
    }

    private static Selection drafted(
            Made made,
            @Nullable ContributionStatus status,
            @Nullable Axis axis,
            @Nullable ContributionKind kind) {
        return new Selection(status, axis, kind, false, true, made.drafter);
    }

    /** Of a list that may show everyone's besides, what is this one's. */
    private List<Contributions.Listed> listed(Made made, Selection selection) {
        return contributions().list(selection, null, 100).stream()
                .filter(listed -> listed.id().equals(made.id))
                .toList();
    }

    private List<ContributionId> ids(Selection selection) {
        return contributions().list(selection, null, 100).stream()
                .map(Contributions.Listed::id)
                .toList();
    }
}
