package relais.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.teststack.Answer;
import tools.jackson.databind.JsonNode;

/** What can be found, and how the service describes itself. */
class ListsIT extends RunningService {

    @Test
    void listsPageByPageWhileNewPartnersArrive() {
        String word = "page" + newId().substring(2).replace("-", "");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(registered("Partenaire " + word));
        }
        Answer first = api.get("/partners?limit=2&q=" + word, null);
        String newcomer = registered("Partenaire " + word);
        List<String> seen = new ArrayList<>(idsOf(first));
        for (String cursor = first.text("nextCursor"); !cursor.isEmpty(); ) {
            Answer next = api.get("/partners?limit=2&q=" + word + "&cursor=" + cursor, null);
            seen.addAll(idsOf(next));
            cursor = next.text("nextCursor");
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(ids).contains(newcomer);
    }

    @Test
    void listsSignatoriesOfAKindInATerritory() {
        String word = "filtre" + newId().substring(2).replace("-", "");
        String signatory = registered("Partenaire " + word);
        String other = registered("Partenaire " + word);
        change(
                api.post(
                        "/partners/" + signatory + "/signature",
                        own(signatory),
                        "",
                        "If-Match",
                        "\"1\""),
                2);

        assertThat(idsOf(api.get("/partners?signatory=true&q=" + word, null)))
                .containsExactly(signatory);
        assertThat(idsOf(api.get("/partners?committee=true&q=" + word, null))).isEmpty();
        assertThat(
                        api.post(
                                        "/partners/" + signatory + "/admission",
                                        COMMITTEE,
                                        "",
                                        "If-Match",
                                        "\"2\"")
                                .body()
                                .path("committee")
                                .asBoolean())
                .isTrue();
        assertThat(idsOf(api.get("/partners?committee=true&q=" + word, null)))
                .containsExactly(signatory);
        assertThat(idsOf(api.get("/partners?committee=false&q=" + word, null)))
                .containsExactly(other);
        assertThat(idsOf(api.get("/partners?signatory=false&q=" + word, null)))
                .containsExactly(other);
        assertThat(idsOf(api.get("/partners?territory=region:24&q=" + word, null)))
                .containsExactly(signatory, other);
        assertThat(idsOf(api.get("/partners?territory=region:53&q=" + word, null))).isEmpty();
        assertThat(idsOf(api.get("/partners?kind=REGION&q=" + word, null))).isEmpty();
    }

    @Test
    void findsTerritoriesOfTodayAndOfThePast() {
        Answer besancon = api.get("/territories?q=besanc", null);
        assertThat(idsOf(besancon)).contains("commune:25056");
        Answer former = api.get("/territories?q=midi&scheme=region&asOf=2015-12-31", null);
        assertThat(idsOf(former)).containsExactly("region:73");
        assertThat(idsOf(api.get("/territories?q=midi&scheme=region&asOf=2016-01-01", null)))
                .isEmpty();
        // Still the year before in UTC, already the next one in Paris.
        assertThat(
                        idsOf(
                                api.get(
                                        "/territories?q=midi&scheme=region&asOf=2015-12-31T23:30:00Z",
                                        null)))
                .isEmpty();

        Answer town = api.get("/territories/commune:25056", null);
        assertThat(town.status()).isEqualTo(200);
        assertThat(town.body().path("ancestors").valueStream().map(a -> a.path("id").asString("")))
                .contains("departement:25", "region:27", "academie:03", "pays:FR");
        Answer region = api.get("/territories/region:73?asOf=2020-01-01", null);
        assertThat(region.body().path("valid").asBoolean()).isFalse();
        assertThat(region.body().at("/successors/0/id").asString("")).isEqualTo("region:76");
    }

    @Test
    void isReadyAndDescribesItself() {
        Answer readiness = api.get("/actuator/health/readiness", null);
        assertThat(readiness.text("status")).as(readiness.body().toString()).isEqualTo("UP");
        assertThat(readiness.body().path("components").propertyNames())
                .containsExactlyInAnyOrder("store", "readinessState", "schemas");
        assertThat(api.get("/actuator/health/liveness", null).text("status")).isEqualTo("UP");
        assertThat(api.get("/actuator/prometheus", OPERATOR).response().body())
                .contains("relais_outbox_backlog");
        Answer openapi = api.get("/openapi", null);
        assertThat(openapi.body().path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/aggregates",
                        "/recovery",
                        "/partners",
                        "/partners/{id}",
                        "/partners/{id}/admission",
                        "/partners/{id}/departure",
                        "/partners/{id}/name",
                        "/partners/{id}/signature",
                        "/partners/{id}/suspension",
                        "/partners/{id}/reinstatement",
                        "/partners/{id}/mandates",
                        "/mandates/{id}",
                        "/mandates/{id}/person",
                        "/territories",
                        "/territories/{id}",
                        "/territories/{id}/neighbours");
        assertThat(openapi.body().at("/paths/~1aggregates/get/description").asString())
                .startsWith("Partners. unsent: ");
        assertThat(openapi.body().at("/components/schemas").propertyNames())
                .contains("Partner", "Problem")
                .doesNotContain("ResponseEntityPartner", "HttpHeaders", "Caller");
        openapi.body()
                .path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .forEach(ListsIT::assertDescribed);
    }

    private static void assertDescribed(JsonNode operation) {
        assertThat(operation.path("summary").asString("")).isNotBlank();
        assertThat(operation.path("parameters").valueStream().map(p -> p.path("name").asString("")))
                .doesNotContain("caller");
        operation
                .path("responses")
                .forEachEntry(
                        (status, response) -> {
                            if (status.startsWith("4") && !response.has("$ref")) {
                                assertThat(response.path("content").propertyNames())
                                        .as(status)
                                        .containsExactly("application/problem+json");
                            }
                        });
    }
}
