package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ResultKind;
import relais.events.experiences.Results;
import tools.jackson.databind.JsonNode;

/** How an experience goes from territory to territory, as adopters say it. */
class LineageIT extends RunningFeed {

    private static final String FIRST_TOWN = "commune:67482";
    private static final String SECOND_TOWN = "commune:68224";
    private static final String OTHER_REGION = "departement:29";
    private static final Instant AT = Instant.parse("2013-05-02T10:00:00Z");

    private final String first = fresh("x-");
    private final String second = fresh("x-");
    private final String third = fresh("x-");
    private final String adopter = fresh("p-");
    private final String last = fresh("p-");

    @Test
    void isReadFromAdoptionsThatNameTheAdoptersOwnExperience() {
        write();

        JsonNode chain = json("/cards/" + second + "/lineage");
        assertThat(chain.get("complete").asBoolean()).isTrue();
        assertThat(texts(chain.get("cards"), "id")).containsExactly(first, second, third);
        assertThat(texts(chain.get("cards"), "generation")).containsExactly("-1", "0", "1");
        assertThat(texts(chain.get("adoptions"), "ownExperience")).containsExactly(second, third);
        assertThat(chain.at("/adoptions/1/partner/id").asString()).isEqualTo(last);
        assertThat(chain.at("/adoptions/1/territory/name").asString()).isEqualTo("Finistère");

        assertThat(texts(json("/cards/" + first + "/lineage").get("cards"), "id"))
                .containsExactly(first, second, third);
        assertThat(texts(json("/cards/" + third + "/lineage").get("cards"), "id"))
                .containsExactly(first, second, third);
        // Before the second report nothing had come of the second experience.
        assertThat(
                        texts(
                                json("/cards/" + second + "/lineage?asOf=" + AT.plusSeconds(55))
                                        .get("cards"),
                                "id"))
                .containsExactly(first, second);
        assertThat(json("/cards/" + first).at("/experience/adoptions/0/ownExperience/title"))
                .hasToString("\"Deuxième\"");
        assertThat(get("/cards/" + adopter + "/lineage").statusCode()).isEqualTo(404);
    }

    @Test
    void aTerritoryHasWhatItTookFromOthersAndWhatOthersTookFromIt() {
        write();

        JsonNode alsace = json("/territories/departement:67/adoptions?limit=100");
        assertThat(texts(alsace.get("given"), "id")).contains(first);
        assertThat(texts(alsace.get("taken"), "id")).doesNotContain(first, second, third);
        JsonNode town = json("/territories/" + SECOND_TOWN + "/adoptions?limit=100");
        assertThat(texts(town.get("taken"), "id")).contains(first);
        assertThat(texts(town.get("given"), "id")).contains(second);
        // Between two towns of one région nothing came from elsewhere.
        JsonNode region = json("/territories/region:44/adoptions?limit=100");
        assertThat(texts(region.get("taken"), "id")).doesNotContain(first);
        assertThat(texts(region.get("given"), "id")).contains(second).doesNotContain(first);
        assertThat(json("/territories/pays:FR/adoptions").get("taken")).isEmpty();
        assertThat(get("/territories/commune:99999/adoptions").statusCode()).isEqualTo(404);
    }

    private void write() {
        String owner = fresh("p-");
        log.send(
                EventLog.registered(owner, "Ville de Strasbourg", FIRST_TOWN, AT),
                EventLog.registered(adopter, "Ville de Mulhouse", SECOND_TOWN, AT),
                EventLog.registered(last, "Département du Finistère", OTHER_REGION, AT),
                EventLog.submitted(first, owner, "Première", FIRST_TOWN, "chaîne", AT),
                EventLog.published(first, 2, FIRST_TOWN, AT.plusSeconds(10)),
                EventLog.submitted(second, adopter, "Deuxième", SECOND_TOWN, "chaîne", AT),
                EventLog.published(second, 2, SECOND_TOWN, AT.plusSeconds(20)),
                EventLog.submitted(third, last, "Troisième", OTHER_REGION, "chaîne", AT),
                EventLog.published(third, 2, OTHER_REGION, AT.plusSeconds(30)),
                adopted(first, 3, adopter, SECOND_TOWN, FIRST_TOWN, 40),
                reported(first, 4, second, FIRST_TOWN, 45),
                adopted(second, 3, last, OTHER_REGION, SECOND_TOWN, 50),
                reported(second, 4, third, SECOND_TOWN, 60));
        awaitVersion(first, 4);
        awaitVersion(second, 4);
        awaitVersion(third, 2);
        awaitVersion(adopter, 1);
        awaitVersion(last, 1);
    }

    private static EventLog.Fact adopted(
            String id, long version, String partner, String territory, String home, int seconds) {
        return EventLog.experience(
                id,
                version,
                home,
                AT.plusSeconds(seconds),
                new ExperienceAdopted(
                        id, "a-1", partner, territory, null, LocalDate.parse("2013-05-02")));
    }

    private static EventLog.Fact reported(
            String id, long version, @Nullable String own, String home, int seconds) {
        return EventLog.experience(
                id,
                version,
                home,
                AT.plusSeconds(seconds),
                new AdoptionReported(
                        id,
                        "a-1",
                        new Results(ResultKind.MEASURED, "dix classes"),
                        null,
                        LocalDate.parse("2013-05-02"),
                        own));
    }

    private static List<String> texts(JsonNode list, String field) {
        return IntStream.range(0, list.size())
                .mapToObj(n -> list.get(n).get(field).asString())
                .toList();
    }
}
