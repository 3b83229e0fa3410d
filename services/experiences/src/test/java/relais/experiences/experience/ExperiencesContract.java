package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.Change;
import relais.aggregates.Stored;
import relais.aggregates.partner.Partner;
import relais.aggregates.territory.TerritoryCode;

/** What every store of experiences does. Each test brings ids of its own: stores may be shared. */
public abstract class ExperiencesContract {

    protected abstract Experiences experiences();

    private static ExperienceId newId() {
        return new ExperienceId("x-" + UUID.randomUUID());
    }

    private static Change<Experience, ExperienceEvent> submission(
            ExperienceId id, Partner owner, Instant at, String externalId, String... rows) {
        ExperienceCommand.Submit submit =
                new ExperienceCommand.Submit(
                        id, new ProposedCard(Scene.card().build(), null, null), externalId);
        Circumstances circumstances = Scene.circumstances(Scene.actor(owner), owner, null, at, at);
        return change(id, 0, Scene.event(null, submit, circumstances), null, circumstances, rows);
    }

    private static Change<Experience, ExperienceEvent> publication(
            Stored<Experience> before, Instant at) {
        Circumstances circumstances =
                Scene.circumstances(Scene.committeeActor(), Scene.MINISTRY, null, at, at);
        ExperienceCommand publish = new ExperienceCommand.Publish(null);
        return change(
                before.state().id(),
                before.version(),
                Scene.event(before.state(), publish, circumstances),
                before.state(),
                circumstances);
    }

    private static Change<Experience, ExperienceEvent> change(
            ExperienceId id,
            long previous,
            ExperienceEvent event,
            @Nullable Experience before,
            Circumstances circumstances,
            String... rows) {
        return new Change<>(
                id.value(),
                previous,
                List.of(event),
                Experience.apply(before, event, circumstances.at()),
                circumstances.actor(),
                circumstances.at(),
                false,
                null,
                rows.length == 0 ? null : rows[0],
                Set.of(rows));
    }

    @Test
    void findsWhatWasCreated() {
        ExperienceId id = newId();
        Change<Experience, ExperienceEvent> change =
                submission(id, Scene.TOWN, Scene.NOW, "ext", "row-1");
        assertThat(experiences().create(change)).isTrue();
        Stored<Experience> stored = experiences().find(id.value()).orElseThrow();
        assertThat(stored.state()).isEqualTo(change.after());
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.importedRows()).isEqualTo(Set.of("row-1"));
    }

    @Test
    void createsAnIdOnce() {
        ExperienceId id = newId();
        assertThat(experiences().create(submission(id, Scene.TOWN, Scene.NOW, "a"))).isTrue();
        assertThat(experiences().create(submission(id, Scene.TOWN, Scene.NOW, "b"))).isFalse();
        assertThat(experiences().find(id.value()).orElseThrow().state().externalId())
                .isEqualTo("a");
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(experiences().find(newId().value())).isEmpty();
    }

    @Test
    void ofTwoChangesOfOneVersionOneWins() {
        ExperienceId id = newId();
        experiences().create(submission(id, Scene.TOWN, Scene.NOW, "a"));
        Stored<Experience> read = experiences().find(id.value()).orElseThrow();
        Change<Experience, ExperienceEvent> first = publication(read, Scene.NOW.plusSeconds(1));
        Change<Experience, ExperienceEvent> second = publication(read, Scene.NOW.plusSeconds(2));
        assertThat(experiences().save(first)).isTrue();
        assertThat(experiences().save(second)).isFalse();
        Stored<Experience> stored = experiences().find(id.value()).orElseThrow();
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.state()).isEqualTo(first.after());
    }

    @Test
    void findsByTheNameInTheArchive() {
        String name = "name-" + UUID.randomUUID();
        ExperienceId one = newId();
        ExperienceId two = newId();
        experiences().create(submission(one, Scene.TOWN, Scene.NOW, name));
        experiences().create(submission(two, Scene.EPCI, Scene.NOW, name));
        assertThat(experiences().withExternalId(name, 10)).containsExactlyInAnyOrder(one, two);
        assertThat(experiences().withExternalId(name, 1)).hasSize(1);
        assertThat(experiences().withExternalId("{$ne: null}", 10)).isEmpty();
    }

    @Test
    void listsAPartnersOwnOldestFirstAndPageByPage() {
        Partner owner = uniqueTown();
        ExperienceId older = newId();
        ExperienceId younger = newId();
        experiences().create(submission(younger, owner, Scene.NOW.plusSeconds(9), "y"));
        experiences().create(submission(older, owner, Scene.NOW, "o"));
        Experiences.Selection own = new Experiences.Selection(owner.id(), null, null, null);
        List<Stored<Experience>> first = experiences().list(own, null, 1);
        assertThat(ids(first)).containsExactly(older);
        Experiences.Position after =
                new Experiences.Position(first.getFirst().state().submittedAt(), older.value());
        assertThat(ids(experiences().list(own, after, 5))).containsExactly(younger);
    }

    @Test
    void selectsByStatusAndByTerritory() {
        Partner owner = uniqueTown();
        ExperienceId waiting = newId();
        ExperienceId published = newId();
        experiences().create(submission(waiting, owner, Scene.NOW, "w"));
        experiences().create(submission(published, owner, Scene.NOW, "p"));
        experiences()
                .save(publication(experiences().find(published.value()).orElseThrow(), Scene.NOW));
        assertThat(
                        ids(
                                experiences()
                                        .list(
                                                new Experiences.Selection(
                                                        owner.id(),
                                                        owner.territory(),
                                                        new TerritoryCode("academie:18"),
                                                        Status.SUBMITTED),
                                                null,
                                                5)))
                .containsExactly(waiting);
        assertThat(
                        experiences()
                                .list(
                                        new Experiences.Selection(
                                                owner.id(),
                                                null,
                                                new TerritoryCode("academie:03"),
                                                null),
                                        null,
                                        5))
                .isEmpty();
        assertThat(
                        experiences()
                                .list(
                                        new Experiences.Selection(
                                                owner.id(),
                                                new TerritoryCode("pays:FR"),
                                                null,
                                                null),
                                        null,
                                        5))
                .isEmpty();
    }

    private static Partner uniqueTown() {
        return Scene.townNamed("p-" + UUID.randomUUID());
    }

    private static List<ExperienceId> ids(List<Stored<Experience>> stored) {
        return stored.stream().map(entry -> entry.state().id()).toList();
    }
}
