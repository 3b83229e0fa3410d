package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static relais.contributions.ContributionCalls.done;
import static relais.contributions.ContributionCalls.json;
import static relais.contributions.ContributionCalls.map;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import relais.aggregates.DecisionContext;
import relais.aggregates.partner.Partners;
import relais.consumer.ReplicaUpdate;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.ExperienceFact;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.Experiences;
import relais.contributions.known.MongoExperiences;
import relais.contributions.reaction.ReactionPositions;
import relais.events.contributions.ContributionSuperseded;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.MinutesPublished;
import relais.teststack.Answer;
import relais.teststack.TopicReader;

/** A service that dies between an event and its answer answers it when it comes back: once. */
class RestartIT extends RunningService {

    @Test
    void aCitationSavedAfterTheSearchForCitationsIsChecked() {
        String name = unique("gap");
        String experience = publishedExperience();
        String contribution;
        try (ServiceProcess service = started(name, experience)) {
            ContributionCalls calls = new ContributionCalls(service.api());
            service.stopReading();
            contribution = calls.open(LOIRET);
            done(calls.cite(contribution, LOIRET, experience, 2));
            // As if the other reader had taken in the change, searched, and found no citation yet.
            ExperienceFact change =
                    new ExperienceFact.Changed(EvidenceChange.REVISED, Instant.now(), "mesuré");
            service.bean(MongoExperiences.class)
                    .replica()
                    .apply(List.of(new ReplicaUpdate<>(experience, 3, change)));
            new ReactionPositions(
                            service.bean(MongoDatabase.class).getCollection("answeredExperiences"))
                    .advance(Map.of(experience, 3L));
            awaitEvents(contribution, 3);
        }
        assertThat(count(contribution, EvidenceOutdated.class)).isZero();
        try (ServiceProcess _ = ServiceProcess.start(name)) {
            await().atMost(SOON).until(() -> count(contribution, EvidenceOutdated.class) == 1);
        }
        EvidenceOutdated outdated = (EvidenceOutdated) decoded(topic.of(contribution).getLast());
        assertThat(outdated.getChangedInVersion()).isEqualTo(3);
        assertThat(TopicReader.metadata(topic.of(contribution).getLast()).causationId())
                .isEqualTo(contribution + ":3");
    }

    @Test
    void whatHappensToAnExperienceMeanwhileIsTold() {
        String name = unique("meanwhile");
        String experience = publishedExperience();
        String contribution;
        try (ServiceProcess service = started(name, experience)) {
            ContributionCalls calls = new ContributionCalls(service.api());
            contribution = calls.open(LOIRET);
            done(calls.cite(contribution, LOIRET, experience, 2));
        }
        experiencesTopic.tell(experience, ExperienceEvents.withdrawn(experience, "obsolète"));
        try (ServiceProcess _ = ServiceProcess.start(name)) {
            await().atMost(SOON).until(() -> count(contribution, EvidenceOutdated.class) == 1);
        }
        // And again, with nothing new to read.
        try (ServiceProcess _ = ServiceProcess.start(name)) {
            await().during(Duration.ofSeconds(2))
                    .atMost(SOON)
                    .until(() -> count(contribution, EvidenceOutdated.class) == 1);
        }
    }

    @Test
    void anAdoptionSupersedesThoughTheServiceDiedBefore() {
        String name = unique("adoption");
        String old;
        try (ServiceProcess service = started(name, publishedExperience())) {
            ContributionCalls calls = new ContributionCalls(service.api());
            SettableClock time = service.bean(SettableClock.class);
            old = calls.open(LOIRET);
            calls.bringToAdoption(old, COMMITTEE, time, LOIRET, BESANCON, GRAND_EST);
            service.stopReading();
            String later = calls.open(LOIRET, "supersedes", old);
            calls.bringToAdoption(later, COMMITTEE, time, LOIRET, BESANCON, GRAND_EST);
            assertThat(calls.read(old, null).text("status")).isEqualTo("ADOPTED");
        }
        try (ServiceProcess service = ServiceProcess.start(name)) {
            await().atMost(SOON).until(() -> count(old, ContributionSuperseded.class) == 1);
            assertThat(new ContributionCalls(service.api()).read(old, null).text("status"))
                    .isEqualTo("SUPERSEDED");
        }
    }

    @Test
    void decisionsBecomeActionsThoughTheServiceDiedBefore() {
        String name = unique("minutes");
        String action;
        try (ServiceProcess service = started(name, publishedExperience())) {
            Instant now = service.bean(SettableClock.class).instant();
            Answer day =
                    done(
                            service.api()
                                    .post(
                                            "/working-days",
                                            COMMITTEE,
                                            json(
                                                    map(
                                                            "date",
                                                            DecisionContext.dayOf(now).toString(),
                                                            "place",
                                                            "Lyon",
                                                            "theme",
                                                            "Gouvernance partagée"))));
            service.stopReading();
            Map<String, Object> plan =
                    map(
                            "title", "Raccorder les collèges",
                            "lead", "p-loiret",
                            "territory", "departement:45",
                            "axes", List.of("INFRASTRUCTURE"),
                            "dueOn", inAYear());
            done(
                    service.api()
                            .post(
                                    "/working-days/" + day.text("id") + "/minutes",
                                    COMMITTEE,
                                    json(
                                            map(
                                                    "text", "Compte rendu",
                                                    "attending", List.of("p-loiret"),
                                                    "decisions",
                                                            List.of(
                                                                    map(
                                                                            "text",
                                                                            "On raccorde.",
                                                                            "action",
                                                                            plan)))),
                                    ifMatch(day)));
            MinutesPublished minutes =
                    (MinutesPublished) decoded(awaitEvents(day.text("id"), 2).getLast());
            action = minutes.getDecisions().getFirst().getActionId();
            assertThat(service.api().get("/actions/" + action, null).status()).isEqualTo(404);
        }
        try (ServiceProcess service = ServiceProcess.start(name)) {
            // Not on the topic: the service of the other tests reads these minutes there too.
            await().atMost(SOON)
                    .until(
                            () -> service.api().get("/actions/" + action, null).header("ETag"),
                            etag -> etag.startsWith("\"1-"));
        }
    }

    @Test
    void anAnswerThatFailsWaitsForAnOperatorWhoTriesAgain() {
        String name = unique("fault");
        String experience = publishedExperience();
        try (ServiceProcess service = started(name, experience)) {
            ContributionCalls calls = new ContributionCalls(service.api());
            String contribution = calls.open(LOIRET);
            done(calls.cite(contribution, LOIRET, experience, 2));
            setKind(service, contribution, "NONSENSE");
            experiencesTopic.tell(experience, ExperienceEvents.revised(experience, "mesuré"));
            String parked = "/parked/" + experience;
            await().atMost(SOON).until(() -> service.api().get(parked, OPERATOR).status() == 200);
            assertThat(count(contribution, EvidenceOutdated.class)).isZero();

            setKind(service, contribution, "FRAMEWORK");
            assertThat(service.api().post(parked + "/redrive", OPERATOR, "").text("outcome"))
                    .isEqualTo("CLEARED");
            await().atMost(SOON).until(() -> count(contribution, EvidenceOutdated.class) == 1);
        }
    }

    /** Started, and as far as the others' services are. */
    private static ServiceProcess started(String name, String experience) {
        ServiceProcess service = ServiceProcess.start(name);
        await().atMost(SOON).until(() -> service.bean(Partners.class).signatories().size() == 4);
        await().atMost(SOON)
                .until(
                        () ->
                                service.bean(Experiences.class)
                                        .find(new ExperienceId(experience))
                                        .filter(known -> known.version() == 2)
                                        .isPresent());
        return service;
    }

    /** What a fault of this service could leave behind, and a correction of it put right. */
    private static void setKind(ServiceProcess service, String contribution, String kind) {
        service.bean(MongoDatabase.class)
                .getCollection("contributions")
                .updateOne(
                        new Document("_id", contribution),
                        new Document("$set", new Document("state.kind", kind)));
    }

    private static long count(String id, Class<? extends SpecificRecord> type) {
        return topic.of(id).stream().map(RunningService::decoded).filter(type::isInstance).count();
    }
}
