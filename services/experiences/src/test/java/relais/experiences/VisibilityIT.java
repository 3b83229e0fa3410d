package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.Partner;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.CommitteeLeft;
import relais.events.partners.PartnerKind;
import relais.teststack.Answer;

/** Who sees an experience, and whose it is to review. */
class VisibilityIT extends RunningService {
    @Test
    void reviewingIsTheCommitteesAnywhereAndAnAcademiesAtHome() {
        String inBesancon = submit(BESANCON, "commune:25056");
        Answer elsewhere =
                api.post(
                        "/experiences/" + inBesancon + "/publication",
                        ACADEMIE,
                        "",
                        "If-Match",
                        "\"1\"");
        assertThat(elsewhere.status()).as("does not even exist for it").isEqualTo(404);
        publish(inBesancon, 1);
        Answer own =
                api.post(
                        "/experiences/" + submit(ORLEANS, "commune:45234") + "/publication",
                        ORLEANS,
                        "",
                        "If-Match",
                        "\"1\"");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.violations()).contains("partner:reviews-its-territory");
    }

    @Test
    void theQueueOfAnAcademieIsWhatWaitsInItsTerritory() {
        String waiting = submit(ORLEANS, "commune:45234");
        String elsewhere = submit(BESANCON, "commune:25056");
        List<String> queue = ids("/experiences?limit=100", ACADEMIE);
        assertThat(queue).contains(waiting).doesNotContain(elsewhere);
        assertThat(ids("/experiences?limit=100", COMMITTEE)).contains(waiting, elsewhere);
        assertThat(ids("/experiences?limit=100&status=PUBLISHED", COMMITTEE))
                .doesNotContain(waiting);
        assertThat(ids("/experiences?limit=100", BESANCON))
                .contains(elsewhere)
                .doesNotContain(waiting);
        assertThat(api.get("/experiences?scope=review", BESANCON).status()).isEqualTo(403);
        assertThat(api.get("/experiences", ANALYST).status()).isEqualTo(403);
        Answer first = api.get("/experiences?limit=1", ORLEANS);
        String cursor = first.text("nextCursor");
        assertThat(cursor).isNotEmpty();
        assertThat(ids("/experiences?limit=1&cursor=" + cursor, ORLEANS))
                .doesNotContainAnyElementsOf(
                        List.of(first.body().path("items").path(0).path("id").asString()));
    }

    @Test
    void isSeenByItsPeopleThenByAllThenAsATombstone() {
        String id = submit(ORLEANS, "commune:45234");
        String path = "/experiences/" + id;
        assertThat(api.get(path, null).status()).isEqualTo(404);
        assertThat(api.get(path, BESANCON).status()).isEqualTo(404);
        assertThat(api.get(path, ANALYST).status()).isEqualTo(404);
        assertThat(api.get(path, ORLEANS).text("title")).isNotEmpty();
        assertThat(api.get(path, ACADEMIE).text("title")).isNotEmpty();
        publish(id, 1);
        Answer published = api.get(path, null);
        assertThat(published.text("title")).isNotEmpty();
        assertThat(published.header("ETag")).startsWith("\"2-");
        changed(
                3,
                api.post(
                        path + "/moderation",
                        COMMITTEE,
                        "{\"reason\":\"non\"}",
                        "If-Match",
                        "\"2\""));
        Answer tombstone = api.get(path, null);
        assertThat(tombstone.text("status")).isEqualTo("MODERATED");
        assertThat(tombstone.text("reason")).isEqualTo("non");
        assertThat(tombstone.body().has("title")).isFalse();
        assertThat(api.get(path, ORLEANS).text("title")).isNotEmpty();
    }

    @Test
    void whatIsWithdrawnIsReadByItsOwnerTheCommitteeAndOperatorsAlone() {
        String id = submit(ORLEANS, "commune:45234");
        String path = "/experiences/" + id;
        publish(id, 1);
        changed(
                3,
                api.post(
                        path + "/withdrawal",
                        ORLEANS,
                        "{\"reason\":\"fini\"}",
                        "If-Match",
                        "\"2\""));
        for (String reader : new String[] {null, BESANCON, ACADEMIE, ANALYST}) {
            Answer tombstone = api.get(path, reader);
            assertThat(tombstone.text("status")).isEqualTo("WITHDRAWN");
            assertThat(tombstone.text("reason")).isEqualTo("fini");
            assertThat(tombstone.body().has("title")).as("for %s", reader).isFalse();
        }
        assertThat(
                        api.get("/experiences?limit=100&status=WITHDRAWN", ACADEMIE)
                                .body()
                                .path("items")
                                .valueStream()
                                .filter(item -> item.path("id").asString().equals(id)))
                .hasSize(1)
                .noneMatch(item -> item.has("title"));
        for (String reader : List.of(ORLEANS, COMMITTEE, OPERATOR)) {
            assertThat(api.get(path, reader).text("title")).as("for %s", reader).isNotEmpty();
        }
    }

    @Test
    void anotherMemberOfTheCommitteeReviewsWhatTheStatePosted() {
        String id = submit(COMMITTEE, "pays:FR");
        String path = "/experiences/" + id;
        Answer own = api.post(path + "/publication", COMMITTEE, "", "If-Match", "\"1\"");
        assertThat(own.violations()).containsExactly("partner:not-judge-of-its-own");
        assertThat(ids("/experiences?scope=review&limit=100", MAYORS)).contains(id);
        assertThat(ids("/experiences?scope=review&limit=100", MAYORS))
                .doesNotContain(submit(ORLEANS, "commune:45234"));
        changed(2, api.post(path + "/publication", MAYORS, "", "If-Match", "\"1\""));
        changed(
                3,
                api.post(
                        path + "/withdrawal",
                        COMMITTEE,
                        "{\"reason\":\"fini\"}",
                        "If-Match",
                        "\"2\""));
    }

    @Test
    void whoLeftTheCommitteeReviewsNoLongerForIt() {
        String former = "p-former";
        String token = partner(former, "m-former");
        register(former, PartnerKind.NATIONAL_ASSOCIATION, "pays:FR");
        partnersTopic.tell(former, "pays:FR", new CommitteeJoined(former));
        awaitPartner(former, Partner::isSignatory);
        String id = submit(COMMITTEE, "pays:FR");
        assertThat(ids("/experiences?scope=review&limit=100", token)).contains(id);

        partnersTopic.tell(former, "pays:FR", new CommitteeLeft(former, null));
        awaitPartner(former, partner -> !partner.isSignatory());
        problem(403, api.get("/experiences?scope=review", token));
        problem(404, api.get("/experiences/" + id, token));
    }

    @Test
    void whatIsTakenBackIsNoLongerInTheQueue() {
        String id = submit(ORLEANS, "commune:45234");
        String path = "/experiences/" + id;
        changed(2, api.post(path + "/retraction", ORLEANS, "", "If-Match", "\"1\""));
        assertThat(ids("/experiences?limit=100", ACADEMIE)).doesNotContain(id);
        assertThat(api.get(path, ORLEANS).text("status")).isEqualTo("TAKEN_BACK");
        problem(404, api.get(path, BESANCON));
        problem(404, api.get(path, null));
        changed(
                3,
                api.post(
                        path + "/resubmission",
                        ORLEANS,
                        Cards.of("commune:45234", "title", "Court"),
                        "If-Match",
                        "\"2\""));
        assertThat(ids("/experiences?limit=100", ACADEMIE)).contains(id);
    }

    @Test
    void whoReviewsAgainSeesWhatWasReturned() {
        String id = submit(ORLEANS, "commune:45234");
        String path = "/experiences/" + id;
        changed(
                2,
                api.post(
                        path + "/return",
                        COMMITTEE,
                        "{\"reason\":\"à préciser\",\"comments\":[{\"field\":\"title\",\"comment\":\"court\"}]}",
                        "If-Match",
                        "\"1\""));
        assertThat(api.get(path, ACADEMIE).body().has("returned")).isFalse();
        changed(
                3,
                api.post(
                        path + "/resubmission",
                        ORLEANS,
                        Cards.of("commune:45234", "title", "Court"),
                        "If-Match",
                        "\"2\""));

        Answer again = api.get(path, ACADEMIE);

        assertThat(again.text("title")).isEqualTo("Court");
        assertThat(again.body().at("/returned/title").asString()).isEqualTo("Tablettes en classe");
        assertThat(again.body().at("/returned/reason").asString()).isEqualTo("à préciser");
        assertThat(again.body().at("/returned/comments/0/comment").asString()).isEqualTo("court");
        assertThat(again.body().at("/returned/returnedAt").asString()).isNotEmpty();
        problem(404, api.get(path, BESANCON));
        problem(404, api.get(path, null));
        assertThat(
                        api.get("/experiences?limit=100", ACADEMIE)
                                .body()
                                .path("items")
                                .valueStream()
                                .anyMatch(item -> item.has("returned")))
                .as("a list says no more than it did")
                .isFalse();
        publish(id, 3);
        assertThat(api.get(path, ACADEMIE).body().has("returned")).isFalse();
    }

    @Test
    void whoMayNotActTodayReadsAsAnyoneDoes() {
        String ended = partner("p-orleans", "m-ended");
        String id = submit(ORLEANS, "commune:45234");
        problem(404, api.get("/experiences/" + id, ended));
        problem(403, api.get("/experiences", ended));
        problem(403, api.get("/drafts", ended));
        problem(403, api.post("/drafts", ended, "{}"));
    }
}
