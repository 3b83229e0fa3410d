package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.portal.StubIssuer.Account;

/** Who acts for a partner, and which organisations are partners, as those see it who decide. */
class PeoplePagesIT {

    private static final String PEOPLE = "/desk/people";
    private static final String PARTNER = "/desk/partners/p-commune-25056";
    private static final String CHANGED =
            "{\"id\": \"p-commune-25056\", \"version\": 8, \"status\": \"ACTIVE\"}";

    private final RunningPortal portal = RunningPortal.fresh();
    private final RunningPortal.Visitor visitor = portal.visitor();

    @BeforeEach
    void aTownWithThreeMandates() {
        portal.services.json(
                "/partners/p-commune-25056",
                """
                {"id": "p-commune-25056", "version": 7, "name": "Ville de Besançon", "kind": "COMMUNE",
                 "territory": "commune:25056", "status": "ACTIVE", "mandates": [
                  {"id": "m-one", "role": "REPRESENTATIVE", "from": "2015-10-01",
                   "person": {"name": "Camille <b>Martin</b>", "email": "camille@example.org"}},
                  {"id": "m-two", "role": "CONTRIBUTOR", "from": "2020-01-01", "until": "2100-01-01"},
                  {"id": "m-old", "role": "CONTRIBUTOR", "from": "2016-01-01", "endedOn": "2018-01-01"}]}\
                """);
        portal.services.json(
                "/territories/commune:25056",
                "{\"id\": \"commune:25056\", \"name\": \"Besançon\", \"scheme\": \"commune\"}");
    }

    @Test
    void aPartnerSeesWhoActsForItAndWhoDid() {
        Document page = visitor.signedIn(Account.TOWN).page(PEOPLE);

        assertThat(page.select("[aria-labelledby=acting] li").eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("Camille <b>Martin</b>", "Représentant", "depuis le 1er octobre 2015");
        assertThat(page.select("[aria-labelledby=acting] li").get(1).text())
                .contains("Personne non renseignée", "au 1er janvier 2100");
        assertThat(page.select("[aria-labelledby=ended] li").text())
                .contains("jusqu’au 1er janvier 2018");
        assertThat(page.select("[aria-labelledby=ended] a[href$=/end]")).isEmpty();
        Markup.assertTame(page);
        assertThat(visitor.page("/account").select("a[href=" + PEOPLE + "]")).hasSize(1);
    }

    @Test
    void aPersonIsInvitedWithAMandateThatHasDates() {
        portal.services.json("POST /partners/p-commune-25056/mandates", CHANGED);
        visitor.signedIn(Account.TOWN);
        Map<String, String> typed = typed(visitor.page(PEOPLE + "/new"));
        typed.put("person.name", "Dominique Petit");
        typed.put("person.email", "d@example.org");
        typed.put("role", "CONTRIBUTOR");
        typed.put("until", "2027-06-30");

        HttpResponse<String> sent = visitor.send(PEOPLE + "/new", typed);

        assertThat(sent.headers().firstValue("Location")).hasValue(PEOPLE);
        var asked = portal.services.asked("/partners/p-commune-25056/mandates").getLast();
        assertThat(asked.ifMatch()).isEqualTo("\"7\"");
        assertThat(asked.body())
                .isEqualTo(
                        "{\"role\":\"CONTRIBUTOR\",\"until\":\"2027-06-30\","
                                + "\"person\":{\"name\":\"Dominique Petit\",\"email\":\"d@example.org\"}}");
        assertThat(visitor.page(PEOPLE).select(".done").text()).contains("Dominique Petit");
    }

    @Test
    void whatIsWrongWithAPersonStandsBesideItsField() {
        portal.services.problem(
                "POST /partners/p-commune-25056/mandates",
                422,
                """
                {"status": 422, "title": "Refusé", "violations": [
                 {"field": "person.name", "message": "Ce champ est obligatoire."}]}""");
        visitor.signedIn(Account.TOWN);

        HttpResponse<String> sent =
                visitor.send(PEOPLE + "/new", typed(visitor.page(PEOPLE + "/new")));

        Document page = Jsoup.parse(sent.body());
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(page.select("#f-person-name-error").text()).contains("obligatoire");
        assertThat(page.select(".errors").text())
                .contains("Prénom et nom : Ce champ est obligatoire.");
    }

    @Test
    void aMandateEndsOnADayAndWithAReason() {
        portal.services.json("DELETE /mandates/m-one", CHANGED);
        visitor.signedIn(Account.TOWN);
        Map<String, String> typed = typed(visitor.page(PEOPLE + "/m-one/end"));
        typed.put("endedOn", "2026-12-31");
        typed.put("reason", "Départ & {retraite}");

        HttpResponse<String> sent = visitor.send(PEOPLE + "/m-one/end", typed);

        assertThat(sent.headers().firstValue("Location")).hasValue(PEOPLE);
        var asked = portal.services.asked("/mandates/m-one").getLast();
        assertThat(asked.method()).isEqualTo("DELETE");
        assertThat(asked.query())
                .isEqualTo("endedOn=2026-12-31&reason=D%C3%A9part%20%26%20%7Bretraite%7D");
        assertThat(asked.ifMatch()).isEqualTo("\"7\"");
    }

    @Test
    void aPersonIsNamedAndErased() {
        portal.services.say("PUT /mandates/m-two/person", 204, "text/plain", "");
        portal.services.say("DELETE /mandates/m-one/person", 204, "text/plain", "");
        visitor.signedIn(Account.TOWN);
        Map<String, String> typed = typed(visitor.page(PEOPLE + "/m-two/person"));
        typed.put("name", "Alex Durand");

        assertThat(visitor.send(PEOPLE + "/m-two/person", typed).headers().firstValue("Location"))
                .hasValue(PEOPLE);
        assertThat(portal.services.asked("/mandates/m-two/person").getLast().body())
                .isEqualTo("{\"name\":\"Alex Durand\"}");
        Document erasure = visitor.page(PEOPLE + "/m-one/erasure");
        assertThat(erasure.select(".lead").text()).contains("Camille");
        assertThat(visitor.send(PEOPLE + "/m-one/erasure", typed(erasure)).statusCode())
                .isEqualTo(302);
        assertThat(portal.services.asked("/mandates/m-one/person").getLast().method())
                .isEqualTo("DELETE");
    }

    @Test
    void aMandateOfOthersIsNotThere() {
        visitor.signedIn(Account.TOWN);

        assertThat(visitor.get(PEOPLE + "/m-of-others/end").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/desk/partners").statusCode()).isEqualTo(403);
    }

    @Test
    void theCommitteeRegistersAPartner() {
        portal.services.json("/partners", "{\"items\": []}");
        portal.services.json(
                "/territories",
                "{\"items\": [{\"id\": \"commune:37261\", \"name\": \"Tours\", \"scheme\": \"commune\"}]}");
        portal.services.json(
                "POST /partners",
                "{\"id\": \"p-commune-25056\", \"version\": 1, \"status\": \"ACTIVE\"}");
        visitor.signedIn(Account.COMMITTEE);
        Map<String, String> typed = typed(visitor.page("/desk/partners/new"));
        typed.put("name", "Ville de Tours");
        typed.put("kind", "COMMUNE");
        typed.put("territory", "Tours");

        HttpResponse<String> sent = visitor.send("/desk/partners/new", typed);

        assertThat(sent.headers().firstValue("Location")).hasValue(PARTNER);
        var asked = portal.services.asked("/partners").getLast();
        assertThat(asked.body())
                .isEqualTo(
                        "{\"name\":\"Ville de Tours\",\"kind\":\"COMMUNE\",\"territory\":\"commune:37261\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspension", "reinstatement", "admission", "departure"})
    void theCommitteeDecidesAboutAPartner(String what) {
        portal.services.json("POST /partners/p-commune-25056/" + what, CHANGED);
        visitor.signedIn(Account.COMMITTEE);
        Document page = visitor.page(PARTNER + "/" + what);
        Map<String, String> typed = typed(page);
        typed.put("reason", "Pour de bon");

        HttpResponse<String> sent = visitor.send(PARTNER + "/" + what, typed);

        assertThat(sent.headers().firstValue("Location")).hasValue(PARTNER);
        var asked = portal.services.asked("/partners/p-commune-25056/" + what).getLast();
        assertThat(asked.ifMatch()).isEqualTo("\"7\"");
        assertThat(page.select("h1").text()).isNotBlank();
        Markup.assertTame(page);
    }

    @Test
    void aPartnersPageLeadsToWhatMayBeDecided() {
        visitor.signedIn(Account.COMMITTEE);

        Document page = visitor.reading("en").page(PARTNER);

        assertThat(page.select("main .inline-list a").eachAttr("href"))
                .isEqualTo(
                        List.of(
                                "/cards/p-commune-25056",
                                PARTNER + "/admission",
                                PARTNER + "/suspension"));
        assertThat(page.select("[aria-labelledby=who] li").eachText()).hasSize(3);
        assertThat(page.select("[name=name]").val()).isEqualTo("Ville de Besançon");
    }

    private static Map<String, String> typed(Document page) {
        var typed = new HashMap<String, String>();
        page.select("main form[method=post] [name]")
                .forEach(field -> typed.put(field.attr("name"), field.val()));
        return typed;
    }
}
