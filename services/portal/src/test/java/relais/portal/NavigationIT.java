package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import relais.portal.StubIssuer.Account;

/** Everybody finds the entries of what the services let them do, and of nothing else. */
class NavigationIT {

    private static final String ENTRIES = "header.site nav a";

    private static final List<String> DESKS =
            List.of(
                    "/desk/experiences",
                    "/desk/review",
                    "/desk/contributions",
                    "/desk/plan",
                    "/desk/working-days",
                    "/desk/analysis",
                    "/desk/operations");

    private final RunningPortal portal = RunningPortal.fresh();

    static List<Arguments> people() {
        return List.of(
                Arguments.of(
                        Account.of("p-nav-town"),
                        "\"kind\": \"COMMUNE\", \"status\": \"ACTIVE\", \"charterSignedOn\": \"2016-01-01\"",
                        List.of("/desk/experiences", "/desk/contributions", "/desk/plan/actions")),
                Arguments.of(
                        Account.of("p-nav-academie"),
                        "\"kind\": \"ACADEMIE\", \"status\": \"ACTIVE\"",
                        List.of(
                                "/desk/experiences",
                                "/desk/review",
                                "/desk/contributions",
                                "/desk/plan/actions")),
                Arguments.of(
                        Account.of("p-nav-suspended"),
                        "\"kind\": \"ACADEMIE\", \"status\": \"SUSPENDED\", \"committee\": true",
                        List.of("/desk/experiences", "/desk/contributions", "/desk/plan/actions")),
                Arguments.of(
                        Account.of("p-nav-signatory"),
                        "\"kind\": \"ASSOCIATION\", \"status\": \"ACTIVE\", \"committee\": true",
                        List.of(
                                "/desk/experiences",
                                "/desk/review",
                                "/desk/contributions",
                                "/desk/plan/actions",
                                "/desk/working-days")),
                Arguments.of(
                        Account.of("p-nav-not-of-the-committee"),
                        "\"kind\": \"NATIONAL_ASSOCIATION\", \"status\": \"ACTIVE\", \"charterSignedOn\": \"2015-10-01\", \"committee\": false",
                        List.of("/desk/experiences", "/desk/contributions", "/desk/plan/actions")),
                Arguments.of(
                        Account.of("p-nav-mayors"),
                        "\"kind\": \"NATIONAL_ASSOCIATION\", \"status\": \"ACTIVE\", \"charterSignedOn\": \"2015-10-01\", \"committee\": true",
                        List.of(
                                "/desk/experiences",
                                "/desk/review",
                                "/desk/contributions",
                                "/desk/plan/actions",
                                "/desk/working-days")),
                Arguments.of(
                        Account.COMMITTEE,
                        "",
                        List.of(
                                "/desk/experiences",
                                "/desk/review",
                                "/desk/contributions",
                                "/desk/plan",
                                "/desk/working-days",
                                "/desk/analysis")),
                Arguments.of(Account.ANALYST, "", List.of("/desk/analysis")),
                Arguments.of(Account.OPERATOR, "", List.of("/desk/analysis", "/desk/operations")),
                Arguments.of(
                        new Account("of-nobody", List.of("partner"), null, "m-of-nobody"),
                        "",
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("people")
    void everybodyFindsWhatTheyMayDo(Account account, String partner, List<String> desks) {
        if (!partner.isEmpty()) {
            say(account, partner);
        }

        Document page = portal.visitor().signedIn(account).page("/");

        assertThat(page.select(ENTRIES).eachAttr("href"))
                .startsWith("/", "/experiences", "/actualite", "/textes", "/time-machine")
                .filteredOn(path -> path.startsWith("/desk/"))
                .containsExactlyElementsOf(desks);
    }

    /** Whatever desk is not in somebody's navigation is refused to them by its address, too. */
    @ParameterizedTest
    @MethodSource("people")
    void whatIsNotOfferedIsRefused(Account account, String partner, List<String> desks) {
        if (!partner.isEmpty()) {
            say(account, partner);
        }
        var visitor = portal.visitor().signedIn(account);

        for (String desk : DESKS) {
            for (String page : List.of(desk, desk + "/new", desk + "/any/where")) {
                if (page.equals("/desk/plan") && desks.contains("/desk/experiences")) {
                    // Whoever acts for a partner finds the plan from what they lead in it.
                    continue;
                }
                if (desks.contains(desk)) {
                    assertThat(visitor.get(page).statusCode()).as(page).isNotEqualTo(403);
                } else {
                    assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void whatIsRefusedIsReadInTheOtherLanguageAtItsOwnAddress() {
        Account town = Account.of("p-nav-refused");
        say(town, "\"kind\": \"COMMUNE\", \"status\": \"ACTIVE\"");
        var visitor = portal.visitor().signedIn(town);

        for (String refused : List.of("/desk/operations", "/no/such/page?x=1")) {
            Document page = Jsoup.parse(visitor.get(refused).body());
            String other = page.select(".account a[hreflang]").attr("href");

            assertThat(other).startsWith(refused).endsWith("lang=en");
            HttpResponse<String> switched = visitor.get(other);
            assertThat(switched.headers().firstValue("Location")).contains(refused);
            assertThat(Jsoup.parse(visitor.get(refused).body()).select("html").attr("lang"))
                    .isEqualTo("en");
            visitor.get("/legal?lang=fr");
        }
    }

    @Test
    void whoMeasuresAnObjectiveOrLeadsAnActionOpensItsPageAndThePlanButAddsNothingToIt() {
        Account town = Account.of("p-nav-leader");
        say(town, "\"kind\": \"COMMUNE\", \"status\": \"ACTIVE\"");
        var visitor = portal.visitor().signedIn(town);

        for (String open :
                List.of(
                        "/desk/plan",
                        "/desk/plan/actions",
                        "/desk/plan/objectives/o-1",
                        "/desk/plan/actions/ac-1/completion")) {
            assertThat(visitor.get(open).statusCode()).as(open).isNotEqualTo(403);
        }
        for (String closed : List.of("/desk/plan/objectives/new", "/desk/plan/actions/new")) {
            assertThat(visitor.get(closed).statusCode()).as(closed).isEqualTo(403);
        }
    }

    @Test
    void withoutTheServiceOfPartnersAnAcademieIsNotRefusedItsDesk() {
        Account academie = Account.of("p-nav-unsure");
        portal.services.say(
                "/partners/" + academie.partner(), 503, "application/problem+json", "{}");
        portal.services.json("/experiences", "{\"items\": []}");
        var visitor = portal.visitor().signedIn(academie);

        assertThat(visitor.get("/desk/review").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/desk/operations").statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsNotSignedInFindsWhatAnyoneReads() {
        assertThat(portal.visitor().page("/").select(ENTRIES).eachAttr("href"))
                .containsExactly("/", "/experiences", "/actualite", "/textes", "/time-machine");
    }

    @Test
    void anAcademieIsToldInItsLanguageWhichDeskItIsAt() {
        Account academie = Account.of("p-nav-academie-en");
        say(academie, "\"kind\": \"ACADEMIE\", \"status\": \"ACTIVE\"");
        portal.services.json("/experiences", "{\"items\": []}");
        var visitor = portal.visitor().signedIn(academie);

        Document french = visitor.page("/desk/review");
        Document english = visitor.reading("en").page("/desk/review");

        assertThat(french.select(ENTRIES + "[aria-current]").text()).isEqualTo("À examiner");
        assertThat(french.select(".lead").text()).contains("dans votre territoire");
        assertThat(english.select(ENTRIES + "[aria-current]").text()).isEqualTo("To review");
        assertThat(english.select(".lead").text()).contains("in your territory");
        assertThat(english.select("a[href='/desk/review/published']")).isEmpty();
    }

    @Test
    void theCommitteeAndOperatorsReadWhatAnalystsRead() {
        portal.services.json("/replays", "{\"items\": []}");
        portal.services.json(
                "/proofs",
                "{\"upTo\": \"PLACE\", \"records\": 162, \"events\": 160, \"repeats\": 2,"
                        + " \"digest\": \"9373\"}");
        for (Account account : List.of(Account.COMMITTEE, Account.OPERATOR)) {
            var visitor = portal.visitor().signedIn(account);

            HttpResponse<String> replays = visitor.get("/desk/analysis/replays");

            assertThat(replays.statusCode()).isEqualTo(200);
            assertThat(Jsoup.parse(replays.body()).select(ENTRIES + "[aria-current]").text())
                    .isEqualTo("Analyses");
            // What they are told to type is for their own account.
            assertThat(visitor.page("/desk/analysis/proof").select(".commands").text())
                    .contains("./relais token " + account.name() + ")");
        }
    }

    /** Nobody waits for it twice in a row, and a desk that may not be theirs is not offered. */
    @Test
    void withoutTheServiceOfPartnersPagesGoOnAndItIsNotAskedForEachOfThem() {
        Account academie = Account.of("p-nav-unknown");
        String path = "/partners/" + academie.partner();
        portal.services.say(path, 503, "application/problem+json", "{}");
        var visitor = portal.visitor().signedIn(academie);

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> page = visitor.get("/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(Jsoup.parse(page.body()).select(ENTRIES).eachAttr("href"))
                    .contains("/desk/experiences")
                    .doesNotContain("/desk/review");
        }

        assertThat(portal.services.asked(path)).hasSize(1);
    }

    private void say(Account account, String partner) {
        portal.services.json(
                "/partners/" + account.partner(),
                "{\"id\": \"%s\", \"name\": \"Nom\", \"territory\": \"academie:18\", %s}"
                        .formatted(account.partner(), partner));
    }
}
