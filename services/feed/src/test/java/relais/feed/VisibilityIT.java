package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibilityIT extends RunningFeed {

    private static final String TOWN = "commune:25056";
    private static final Instant AT = Instant.parse("2019-05-01T10:00:00Z");

    private final String id = fresh("x-");
    private final String tag = fresh("visible-");

    private List<String> everywhere() {
        return List.of(
                "/cards/" + id,
                "/cards/" + id + "?asOf=2019-05-01T10:30:00Z",
                "/cards/" + id + "?asOf=2019-05-01T11:30:00Z",
                "/cards/" + id + "/versions",
                "/cards?territory=" + TOWN + "&from=2019-05-01&to=2019-05-01&limit=100",
                "/cards?asOf=2019-05-01T11:30:00Z&from=2019-05-01&to=2019-05-01&limit=100",
                "/feed?territory=" + TOWN + "&from=2019-05-01&to=2019-05-01&limit=100",
                "/feed.atom?from=2019-05-01&to=2019-05-01&limit=100",
                "/cards/" + id + "/diff?from=1&to=2",
                "/cards/" + id + "/diff?from=2&to=3");
    }

    @Test
    void onlyTheCommitteeSeesACardBeforeItsPublication() {
        log.send(EventLog.submitted(id, "p-x", "Inédit", TOWN, tag, AT));
        awaitVersion(id, 1);

        for (String path : everywhere()) {
            assertThat(get(path).body()).as(path).doesNotContain("Inédit", tag);
        }
        assertThat(get("/cards/" + id).statusCode()).isEqualTo(404);
        assertThat(get("/cards/" + id + "/versions").statusCode()).isEqualTo(404);
        assertThat(json("/facets?kind=ALL&status=ALL&tag=" + tag).get("status")).isEmpty();
        String analyst = STACK.issuer().token("a", "p-x", "m-a", "analyst", "partner", "operator");
        assertThat(as(analyst, "/cards/" + id).statusCode()).isEqualTo(404);

        assertThat(ok(as(committee(), "/cards/" + id)).get("status").asString())
                .isEqualTo("SUBMITTED");
        assertThat(ids(ok(as(committee(), "/feed?tag=" + tag)))).containsExactly(id + ":1");
        assertThat(
                        ok(as(committee(), "/facets?kind=ALL&status=ALL&tag=" + tag))
                                .at("/status/0/value")
                                .asString())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void whatPrecededAPublicationStaysTheCommittees() {
        log.send(
                EventLog.submitted(id, "p-x", "Brouillon", TOWN, tag, AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(3600)));
        awaitVersion(id, 2);

        assertThat(get("/cards/" + id + "?asOf=2019-05-01T10:30:00Z").statusCode()).isEqualTo(404);
        assertThat(json("/cards/" + id + "/versions").get("items")).hasSize(1);
        assertThat(ok(as(committee(), "/cards/" + id + "/versions")).get("items")).hasSize(2);
        assertThat(get("/cards/" + id + "/diff?from=1&to=2").statusCode()).isEqualTo(404);
        assertThat(ids(json("/feed?tag=" + tag))).containsExactly(id + ":2");
        assertThat(ids(json("/cards?tag=" + tag + "&asOf=2019-05-01T10:30:00Z"))).isEmpty();
    }

    @Test
    void aModeratedTextIsNowhereForThePublicAndEverywhereForTheCommittee() {
        log.send(
                EventLog.submitted(id, "p-x", "Scandale", TOWN, tag, AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(3600)),
                EventLog.revised(id, 3, "Scandale bis", TOWN, tag, AT.plusSeconds(7200)));
        awaitVersion(id, 3);
        assertThat(get("/cards/" + id).body()).contains("Scandale bis", "visualiseurs");

        log.send(EventLog.moderated(id, 4, TOWN, AT.plusSeconds(10800)));
        awaitVersion(id, 4);

        for (String path : everywhere()) {
            assertThat(get(path).body())
                    .as(path)
                    .doesNotContain("Scandale", tag, "visualiseurs", "18000");
        }
        var tombstone = json("/cards/" + id);
        assertThat(tombstone.get("status").asString()).isEqualTo("MODERATED");
        assertThat(tombstone.get("reason").asString()).isEqualTo("Contenu publicitaire");
        assertThat(tombstone.get("textHidden").asBoolean()).isTrue();
        assertThat(tombstone.has("title")).isFalse();
        assertThat(json("/cards/" + id + "/versions").get("items")).hasSize(3);
        assertThat(ids(json("/cards?q=scandale&asOf=2019-05-01T11:30:00Z"))).doesNotContain(id);
        assertThat(json("/facets?kind=ALL&status=ALL&tag=" + tag).get("kind")).isEmpty();

        String committee = committee();
        assertThat(as(committee, "/cards/" + id).body()).contains("Scandale bis");
        assertThat(as(committee, "/cards/" + id + "/diff?from=2&to=3").body()).contains("bis");
        assertThat(as(committee, "/feed?tag=" + tag).body()).contains("Scandale bis");
    }

    @Test
    void aWithdrawnCardIsATombstoneWithAReadableHistory() {
        log.send(
                EventLog.submitted(id, "p-x", "Retirée", TOWN, tag, AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(3600)),
                EventLog.withdrawn(id, 3, TOWN, AT.plusSeconds(7200)));
        awaitVersion(id, 3);

        assertThat(get("/cards/" + id).body())
                .contains("Retirée", "Opération terminée", "WITHDRAWN")
                .doesNotContain("visualiseurs");
        assertThat(get("/cards/" + id + "?asOf=2019-05-01T11:30:00Z").body())
                .contains("visualiseurs", "PUBLISHED");
        assertThat(json("/cards/" + id + "/diff?from=2&to=3").get("changes").toString())
                .contains("\"field\":\"status\"");
        assertThat(ids(json("/cards?status=WITHDRAWN&tag=" + tag))).containsExactly(id);
        assertThat(ids(json("/cards?status=PUBLISHED&tag=" + tag))).isEmpty();
    }
}
