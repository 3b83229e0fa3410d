package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posted by a town, published by the committee: who reads it, where, and how. */
class NationalFeedIT {

    private static final List<String> BESANCON_IS_IN =
            List.of(
                    "commune:25056",
                    "epci:242500361",
                    "departement:25",
                    "academie:03",
                    "region:27",
                    "pays:FR");

    private static final List<String> BESANCON_IS_NOT_IN =
            List.of(
                    "commune:25388",
                    "epci:242504447",
                    "departement:39",
                    "academie:07",
                    "region:53",
                    "commune:45234");

    private final Stack stack = Stack.shared();
    private final Api anyone = stack.feed(null);

    @Test
    void isFoundInTheFeedOfEachLevelThatItBelongsToAndInNoOther() {
        String id = Cards.published("Partout où elle doit être " + Cards.word());

        for (String territory : BESANCON_IS_IN) {
            assertThat(Cards.activitiesOf(id, anyone, "&territory=" + territory))
                    .as("feed of %s", territory)
                    .containsExactly(id + ":2");
        }
        for (String territory : BESANCON_IS_NOT_IN) {
            assertThat(Cards.activitiesOf(id, anyone, "&territory=" + territory))
                    .as("feed of %s", territory)
                    .isEmpty();
        }
    }

    @Test
    void isReadAsAtomByAnyReader() {
        String title = "Lue en Atom & <échappée> " + Cards.word();
        String id = Cards.published(title);

        Answer atom = anyone.get("/feed.atom?territory=departement:25");

        assertThat(atom.status()).isEqualTo(200);
        assertThat(atom.contentType()).startsWith("application/atom+xml");
        AtomDocument document = AtomDocument.parse(atom.text());
        assertThat(document.entryIds()).anyMatch(entry -> entry.contains(id + ":2"));
        assertThat(document.text()).contains(title);
    }

    @Test
    void arrivesInAnOpenStreamAndIsThereForAReaderThatReconnects() throws Exception {
        try (EventStream first = EventStream.open(stack, "?territory=academie:03", null)) {
            String id = Cards.published("En direct " + Cards.word());

            EventStream.Message live = first.awaitMessageOf(id);
            String next = Cards.published("Pendant la coupure " + Cards.word());
            Cards.awaitVersion(next, 2);

            try (EventStream again = EventStream.open(stack, "?territory=academie:03", live.id())) {
                again.awaitMessageOf(next);
                assertThat(again.received()).noneMatch(message -> message.data().contains(id));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cards/%s", "/cards/%s/versions", "/cards/%s/diff?from=1&to=1"})
    void aSubmittedCardExistsForItsOwnerAndTheCommitteeAlone(String path) {
        String title = "Pas encore publiée " + Cards.word();
        String id = Cards.post(title).id();
        Cards.awaitVersion(id, 1);

        assertThat(anyone.get(path.formatted(id)).status()).isEqualTo(404);
        assertThat(stack.feed("loiret").get(path.formatted(id)).status()).isEqualTo(404);
        assertThat(stack.feed("besancon").get(path.formatted(id)).status()).isEqualTo(200);
        assertThat(stack.feed("comite").get(path.formatted(id)).status()).isEqualTo(200);
        assertThat(Cards.activitiesOf(id, anyone, "")).isEmpty();
        assertThat(anyone.get("/feed?q=" + title.substring(19)).text()).doesNotContain(id);
    }

    @Test
    void aModeratedCardLeavesATombstoneWithoutItsTextAnywhere() {
        String secret = Cards.word();
        String id = Cards.published("À modérer " + secret);
        Answer moderated =
                stack.experiences("comite")
                        .post(
                                "/experiences/" + id + "/moderation",
                                "{\"reason\": \"Nomme un élève.\"}",
                                "If-Match",
                                "\"2\"");
        assertThat(moderated.status()).as(moderated.text()).isEqualTo(200);
        Cards.awaitVersion(id, 3);

        Answer card = anyone.get("/cards/" + id);
        assertThat(card.json().get("status").asString()).isEqualTo("MODERATED");
        assertThat(card.json().get("reason").asString()).isEqualTo("Nomme un élève.");
        for (String path :
                List.of(
                        "/cards/" + id,
                        "/cards/" + id + "/versions",
                        "/cards/" + id + "/diff?from=2&to=3",
                        "/feed?limit=100",
                        "/feed.atom?limit=100",
                        "/feed?q=" + secret,
                        "/cards?q=" + secret)) {
            assertThat(anyone.get(path).text()).as(path).doesNotContain(secret);
        }
    }

    @Test
    void facetsCountWhatTheListShows() {
        Cards.published("Comptée " + Cards.word());

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            long counted =
                                    anyone.get("/facets?territory=commune:25056&kind=EXPERIENCE")
                                            .json()
                                            .get("level")
                                            .valueStream()
                                            .filter(
                                                    level ->
                                                            level.get("value")
                                                                    .asString()
                                                                    .equals("ECOLE"))
                                            .mapToLong(level -> level.get("count").asLong())
                                            .sum();
                            long listed =
                                    Pages.all(
                                                    anyone,
                                                    "/cards?territory=commune:25056"
                                                            + "&kind=EXPERIENCE&level=ECOLE&status=PUBLISHED")
                                            .size();
                            assertThat(counted).isEqualTo(listed).isPositive();
                        });
    }
}
