package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.contributions.ContributionCalls.done;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import relais.events.EventMetadata;
import relais.events.contributions.EvidenceChange;
import relais.events.contributions.EvidenceOutdated;
import relais.teststack.Answer;
import relais.teststack.TopicReader;

/** What becomes of a contribution when an experience that it cites changes. */
class EvidenceIT extends RunningService {

    private ContributionCalls calls;

    @BeforeAll
    void call() {
        calls = new ContributionCalls(api);
    }

    @Test
    void aRevisionIsToldToWhoCitesOnceHoweverOftenItArrives() {
        String experience = publishedExperience();
        String contribution = calls.open(LOIRET);
        done(calls.cite(contribution, LOIRET, experience, 2));
        SpecificRecord revised = ExperienceEvents.revised(experience, "deux ans après");
        Instant at = Instant.now();
        experiencesTopic.tellAt(3, experience, revised, at, false);
        experiencesTopic.tellAt(3, experience, revised, at, false);

        EvidenceOutdated outdated = onlyOutdated(contribution);
        assertThat(outdated.getExperienceId()).isEqualTo(experience);
        assertThat(outdated.getCitedVersion()).isEqualTo(2);
        assertThat(outdated.getChange()).isEqualTo(EvidenceChange.REVISED);
        assertThat(outdated.getChangedInVersion()).isEqualTo(3);
        assertThat(outdated.getChangedAt().toEpochMilli()).isEqualTo(at.toEpochMilli());
        assertThat(outdated.getReason()).isEqualTo("deux ans après");
        EventMetadata metadata = TopicReader.metadata(topic.of(contribution).getLast());
        // The revision, or the citation itself if that is answered only after the revision is
        // known.
        assertThat(metadata.causationId()).isIn(experience + ":3", contribution + ":3");
        assertThat(metadata.actor()).isNull();
        assertThat(metadata.archive()).isFalse();
        assertThat(calls.read(contribution, LOIRET).body().path("evidence").toString())
                .contains("REVISED");

        experiencesTopic.tellAt(3, experience, revised, at, false);
        awaitRead();
        assertThat(onlyOutdated(contribution)).isEqualTo(outdated);
    }

    @Test
    void whatArrivesOutOfOrderIsToldInOrder() {
        String experience = publishedExperience();
        String contribution = calls.open(LOIRET);
        done(calls.cite(contribution, LOIRET, experience, 2));
        Instant now = Instant.now();
        experiencesTopic.tellAt(
                5, experience, ExperienceEvents.withdrawn(experience, "obsolète"), now, false);
        experiencesTopic.tellAt(
                4, experience, ExperienceEvents.revised(experience, "mesuré"), now, false);
        awaitRead();
        assertThat(outdated(contribution)).isEmpty();

        experiencesTopic.tellAt(3, experience, ExperienceEvents.endorsed(experience), now, false);
        await().atMost(SOON).until(() -> outdated(contribution).size() == 2);
        assertThat(outdated(contribution))
                .extracting(EvidenceOutdated::getChange)
                .containsExactly(EvidenceChange.REVISED, EvidenceChange.WITHDRAWN);
        assertThat(outdated(contribution))
                .extracting(EvidenceOutdated::getChangedInVersion)
                .containsExactly(4L, 5L);
    }

    @Test
    void aChangeFromBeforeTheCitationIsToldWithItAndNotAgain() {
        String experience = publishedExperience();
        experiencesTopic.tell(experience, ExperienceEvents.revised(experience, "mesuré"));
        awaitExperience(experience, 3);
        String contribution = calls.open(LOIRET);
        done(calls.cite(contribution, LOIRET, experience, 2));

        onlyOutdated(contribution);
        assertThat(awaitEvents(contribution, 4).stream().map(RunningService::decoded))
                .last()
                .isInstanceOf(EvidenceOutdated.class);
        awaitRead();
        onlyOutdated(contribution);
    }

    @Test
    void whoCitesTheVersionThereIsHearsOfNothing() {
        String experience = publishedExperience();
        experiencesTopic.tell(experience, ExperienceEvents.revised(experience, "mesuré"));
        awaitExperience(experience, 3);
        String contribution = calls.open(LOIRET);
        done(calls.cite(contribution, LOIRET, experience, 3));
        experiencesTopic.tell(experience, ExperienceEvents.endorsed(experience));
        awaitExperience(experience, 4);
        awaitRead();
        assertThat(outdated(contribution)).isEmpty();
    }

    @Test
    void everyContributionThatCitesIsToldAndNoOther() {
        String experience = publishedExperience();
        String other = publishedExperience();
        List<String> citing = List.of(calls.open(LOIRET), calls.open(BESANCON));
        String apart = calls.open(LOIRET);
        done(calls.cite(citing.getFirst(), LOIRET, experience, 2));
        done(calls.cite(citing.getLast(), BESANCON, experience, 2));
        done(calls.cite(apart, LOIRET, other, 2));
        experiencesTopic.tell(experience, ExperienceEvents.moderated(experience, "plainte"));
        citing.forEach(
                id -> assertThat(onlyOutdated(id).getChange()).isEqualTo(EvidenceChange.MODERATED));
        assertThat(outdated(apart)).isEmpty();
    }

    @Test
    void whoCitesAgainIsAtRestUntilTheNextChange() {
        String experience = publishedExperience();
        String contribution = calls.open(LOIRET);
        done(calls.cite(contribution, LOIRET, experience, 2));
        experiencesTopic.tell(experience, ExperienceEvents.revised(experience, "un"));
        onlyOutdated(contribution);
        done(calls.cite(contribution, LOIRET, experience, 3));
        awaitRead();
        onlyOutdated(contribution);
        experiencesTopic.tell(experience, ExperienceEvents.revised(experience, "deux"));
        await().atMost(SOON).until(() -> outdated(contribution).size() == 2);
        assertThat(outdated(contribution).getLast().getCitedVersion()).isEqualTo(3);
    }

    /**
     * The answer belongs to the archive, and still comes after what the contribution went through.
     */
    @Test
    void aChangeOfAnArchiveIsToldAtItsTimeOrAsSoonAfterAsCanBe() {
        String experience = publishedExperience();
        String contribution = calls.open(LOIRET);
        Answer cited = done(calls.cite(contribution, LOIRET, experience, 2));
        // Else the citation itself may be what finds the change, and tells it with it.
        awaitRead();
        Instant past = Instant.parse("2018-03-01T09:00:00Z");
        experiencesTopic.tellArchived(
                experience, ExperienceEvents.revised(experience, "jadis"), past);
        EvidenceOutdated outdated = onlyOutdated(contribution);
        assertThat(outdated.getChangedAt()).isEqualTo(past);
        EventMetadata last = TopicReader.metadata(topic.of(contribution).getLast());
        EventMetadata before =
                TopicReader.metadata(
                        topic.of(contribution)
                                .get((int) cited.body().path("version").asLong() - 1));
        assertThat(last.archive()).isTrue();
        assertThat(last.time()).isEqualTo(before.time());
    }

    @Test
    void whileMongoIsAwayNothingIsLost() {
        String experience = publishedExperience();
        String contribution = calls.open(LOIRET);
        done(calls.cite(contribution, LOIRET, experience, 2));
        STACK.stopMongo();
        try {
            experiencesTopic.tell(experience, ExperienceEvents.revised(experience, "mesuré"));
            await().atMost(SOON)
                    .until(() -> api.get("/actuator/health/readiness", null).status() == 503);
            assertThat(calls.read(contribution, LOIRET).status()).isEqualTo(503);
            assertThat(api.get("/actuator/health/liveness", null).status()).isEqualTo(200);
        } finally {
            STACK.startMongo();
        }
        onlyOutdated(contribution);
        await().atMost(SOON)
                .until(() -> api.get("/actuator/health/readiness", null).status() == 200);
    }

    private static List<EvidenceOutdated> outdated(String contribution) {
        return topic.of(contribution).stream()
                .map(RunningService::decoded)
                .filter(EvidenceOutdated.class::isInstance)
                .map(EvidenceOutdated.class::cast)
                .toList();
    }

    private static EvidenceOutdated onlyOutdated(String contribution) {
        await().atMost(SOON).until(() -> !outdated(contribution).isEmpty());
        assertThat(outdated(contribution)).hasSize(1);
        return outdated(contribution).getFirst();
    }

    /**
     * Everything told so far was read and answered: what is told last is known, by both readers.
     */
    private void awaitRead() {
        String experience = publishedExperience();
        String contribution = calls.open(LOIRET);
        done(calls.cite(contribution, LOIRET, experience, 2));
        experiencesTopic.tell(experience, ExperienceEvents.withdrawn(experience, "fin"));
        await().during(Duration.ofMillis(500))
                .atMost(SOON)
                .until(() -> outdated(contribution).size() == 1);
    }
}
