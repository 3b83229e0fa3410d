package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceSubmitted;

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
                "/cards?order=cost&asOf=2019-05-01T11:30:00Z&from=2019-05-01&to=2019-05-01",
                "/cards/" + id + "/similar?asOf=2019-05-01T11:30:00Z",
                "/cards?asOf=2019-05-01T11:30:00Z&from=2019-05-01&to=2019-05-01&limit=100",
                "/feed?territory=" + TOWN + "&from=2019-05-01&to=2019-05-01&limit=100",
                "/feed.atom?from=2019-05-01&to=2019-05-01&limit=100",
                "/cards/" + id + "/diff?from=1&to=2",
                "/cards/" + id + "/diff?from=2&to=3");
    }

    /** A card that everybody may read, on which the cost that others must not show is not. */
    private EventLog.Fact costless(String title) {
        return EventLog.experience(
                id,
                1,
                TOWN,
                AT,
                ExperienceSubmitted.newBuilder()
                        .setExperienceId(id)
                        .setPartnerId("p-x")
                        .setContent(
                                ExperienceContent.newBuilder(EventLog.content(title, TOWN, tag))
                                        .setMeans(null)
                                        .build())
                        .build());
    }

    @Test
    void onlyTheCommitteeSeesACardBeforeItsPublication() {
        String owner = fresh("p-");
        log.send(
                EventLog.registered(owner, "Ville", TOWN, AT),
                EventLog.submitted(id, owner, "Inédit", TOWN, tag, AT));
        awaitVersion(owner, 1);
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
        log.send(costless("Brouillon"), EventLog.published(id, 2, TOWN, AT.plusSeconds(3600)));
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
    void itsPartnerSeesInTheFeedWhatItSubmittedAndTookBack() {
        String owner = fresh("p-");
        log.send(
                EventLog.registered(owner, "Orléans", TOWN, AT),
                EventLog.submitted(id, owner, "En attente", TOWN, tag, AT),
                EventLog.takenBack(id, 2, TOWN, AT.plusSeconds(3600)));
        awaitVersion(owner, 1);
        awaitVersion(id, 2);
        String mine = STACK.issuer().token("o", owner, "m-o", "partner");
        String another = STACK.issuer().token("x", fresh("p-"), "m-x", "partner");

        assertThat(ok(as(mine, "/cards/" + id)).get("status").asString()).isEqualTo("TAKEN_BACK");
        assertThat(ids(ok(as(mine, "/cards?tag=" + tag)))).containsExactly(id);
        assertThat(ids(ok(as(mine, "/cards?tag=" + tag + "&asOf=2019-05-01T10:30:00Z"))))
                .containsExactly(id);
        assertThat(ids(ok(as(mine, "/feed?tag=" + tag)))).containsExactly(id + ":2", id + ":1");
        assertThat(ok(as(mine, "/facets?status=ALL&tag=" + tag)).at("/status/0/value").asString())
                .isEqualTo("TAKEN_BACK");
        assertThat(ok(as(mine, "/cards/" + id + "/versions")).get("items")).hasSize(2);
        assertThat(as(another, "/cards/" + id).statusCode()).isEqualTo(404);
        assertThat(ids(ok(as(another, "/feed?tag=" + tag)))).isEmpty();
    }

    @Test
    void aWithdrawnTextIsForItsPartnerTheCommitteeAndOperatorsAlone() {
        String owner = fresh("p-");
        log.send(
                EventLog.registered(owner, "Orléans", TOWN, AT),
                EventLog.submitted(id, owner, "Retirée", TOWN, tag, AT),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(3600)),
                EventLog.withdrawn(id, 3, TOWN, AT.plusSeconds(7200)));
        awaitVersion(owner, 1);
        awaitVersion(id, 3);

        String other = STACK.issuer().token("x", fresh("p-"), "m-x", "partner", "analyst");
        for (String path : everywhere()) {
            for (String body : List.of(get(path).body(), as(other, path).body())) {
                assertThat(body).as(path).doesNotContain("Retirée", tag, "visualiseurs", "18000");
            }
        }
        var tombstone = json("/cards/" + id);
        assertThat(tombstone.get("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(tombstone.get("reason").asString()).isEqualTo("Opération terminée");
        assertThat(tombstone.get("textHidden").asBoolean()).isTrue();
        assertThat(tombstone.at("/partner/id").asString()).isEqualTo(owner);
        assertThat(json("/cards/" + id + "/versions").get("items")).hasSize(2);
        assertThat(json("/cards/" + id + "/diff?from=2&to=3").get("changes").toString())
                .contains("\"field\":\"status\"");
        assertThat(ids(json("/cards?q=retirée&asOf=2019-05-01T11:30:00Z"))).doesNotContain(id);
        assertThat(json("/facets?kind=ALL&status=ALL&tag=" + tag).get("kind")).isEmpty();

        String mine = STACK.issuer().token("o", owner, "m-o", "partner");
        String operator = STACK.issuer().token("op", null, "m-op", "operator");
        for (String reader : List.of(mine, operator, committee())) {
            assertThat(as(reader, "/cards/" + id).body()).contains("Retirée");
            assertThat(as(reader, "/cards/" + id + "?asOf=2019-05-01T11:30:00Z").body())
                    .contains("visualiseurs", "PUBLISHED");
            assertThat(as(reader, "/feed?tag=" + tag).body()).contains("Retirée");
            assertThat(ids(ok(as(reader, "/cards?status=WITHDRAWN&tag=" + tag))))
                    .containsExactly(id);
        }
    }

    @Test
    void aHighlightIsGoneOnceItsLastDayIsOver() {
        log.send(
                costless("À la une"),
                EventLog.published(id, 2, TOWN, AT.plusSeconds(3600)),
                EventLog.highlighted(
                        id, 3, TOWN, LocalDate.parse("2019-06-01"), AT.plusSeconds(7200)));
        awaitVersion(id, 3);

        assertThat(json("/cards/" + id).has("highlight")).isFalse();
        assertThat(json("/cards?tag=" + tag).at("/items/0").has("highlight")).isFalse();
        assertThat(json("/cards/" + id + "?asOf=2019-06-01").at("/highlight/until").asString())
                .isEqualTo("2019-06-01");
        assertThat(json("/cards/" + id + "?asOf=2019-06-02").has("highlight")).isFalse();
    }
}
