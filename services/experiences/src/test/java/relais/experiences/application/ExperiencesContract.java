package relais.experiences.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import relais.experiences.domain.Actor;
import relais.experiences.domain.Circumstances;
import relais.experiences.domain.Decision;
import relais.experiences.domain.Experience;
import relais.experiences.domain.ExperienceCommand;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.Partner;
import relais.experiences.domain.Scene;
import relais.experiences.domain.Status;
import relais.experiences.domain.TerritoryCode;

/** What every store of experiences does. Each test brings ids of its own: stores may be shared. */
public abstract class ExperiencesContract {

    protected abstract Experiences experiences();

    private static ExperienceId newId() {
        return new ExperienceId("x-" + UUID.randomUUID());
    }

    private static Change submission(
            ExperienceId id, Partner owner, Instant at, String externalId, String... rows) {
        ExperienceCommand.Submit submit =
                new ExperienceCommand.Submit(id, Scene.card().build(), null, externalId);
        Actor actor = Scene.actor(owner);
        Circumstances circumstances = Scene.circumstances(actor, owner, null, at, at);
        if (!(Experience.decide(null, submit, circumstances)
                instanceof Decision.Accepted accepted)) {
            throw new AssertionError();
        }
        Request request = new Request(actor, null, rows.length == 0 ? null : rows[0]);
        return Change.of(null, accepted.events(), request, at);
    }

    private static Change publication(Stored before, Instant at) {
        Circumstances circumstances =
                Scene.circumstances(Scene.committeeActor(), Scene.MINISTRY, null, at, at);
        if (!(Experience.decide(
                        before.experience(), new ExperienceCommand.Publish(null), circumstances)
                instanceof Decision.Accepted accepted)) {
            throw new AssertionError();
        }
        return Change.of(before, accepted.events(), Request.now(Scene.committeeActor()), at);
    }

    @Test
    void findsWhatWasCreated() {
        ExperienceId id = newId();
        Change change = submission(id, Scene.TOWN, Scene.NOW, "ext", "row-1");
        assertThat(experiences().create(change)).isTrue();
        Stored stored = experiences().find(id).orElseThrow();
        assertThat(stored.experience()).isEqualTo(change.after());
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.importedRows()).isEqualTo(Set.of("row-1"));
    }

    @Test
    void createsAnIdOnce() {
        ExperienceId id = newId();
        assertThat(experiences().create(submission(id, Scene.TOWN, Scene.NOW, "a"))).isTrue();
        assertThat(experiences().create(submission(id, Scene.TOWN, Scene.NOW, "b"))).isFalse();
        assertThat(experiences().find(id).orElseThrow().experience().externalId()).isEqualTo("a");
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(experiences().find(newId())).isEmpty();
    }

    @Test
    void ofTwoChangesOfOneVersionOneWins() {
        ExperienceId id = newId();
        experiences().create(submission(id, Scene.TOWN, Scene.NOW, "a"));
        Stored read = experiences().find(id).orElseThrow();
        Change first = publication(read, Scene.NOW.plusSeconds(1));
        Change second = publication(read, Scene.NOW.plusSeconds(2));
        assertThat(experiences().save(first)).isTrue();
        assertThat(experiences().save(second)).isFalse();
        Stored stored = experiences().find(id).orElseThrow();
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.experience()).isEqualTo(first.after());
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
        List<Stored> first = experiences().list(own, null, 1);
        assertThat(ids(first)).containsExactly(older);
        Experiences.Position after =
                new Experiences.Position(
                        first.getFirst().experience().submittedAt(), older.value());
        assertThat(ids(experiences().list(own, after, 5))).containsExactly(younger);
    }

    @Test
    void selectsByStatusAndByTerritory() {
        Partner owner = uniqueTown();
        ExperienceId waiting = newId();
        ExperienceId published = newId();
        experiences().create(submission(waiting, owner, Scene.NOW, "w"));
        experiences().create(submission(published, owner, Scene.NOW, "p"));
        experiences().save(publication(experiences().find(published).orElseThrow(), Scene.NOW));
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

    private static List<ExperienceId> ids(List<Stored> stored) {
        return stored.stream().map(entry -> entry.experience().id()).toList();
    }
}
