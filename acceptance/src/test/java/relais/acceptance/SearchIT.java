package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Words as people type them, and lists that stay still while the world goes on. */
class SearchIT {

    private final Api anyone = Stack.shared().feed(null);

    @Test
    void accentsPluralsAndElisionMakeNoDifference() {
        String word = Cards.word();
        String id = Cards.published("L'école au bout du monde " + word);

        List<List<String>> found = new ArrayList<>();
        for (String typed : List.of("ecole", "école", "écoles", "l'école", "l’école", "ÉCOLE")) {
            found.add(Pages.all(anyone, "/cards?limit=100&q=" + Cards.encoded(typed + " " + word)));
        }

        assertThat(found).allSatisfy(ids -> assertThat(ids).containsExactly(id));
    }

    @Test
    void aWordThatIsNotFinishedOrSpeltNearlySoFindsWhatIsMeantAndSaysSo() {
        Answer exact = anyone.get("/cards?limit=5&q=tablettes");
        Answer begun = anyone.get("/cards?limit=5&q=tablett");
        Answer mistyped = anyone.get("/cards?limit=5&q=tablettse");

        assertThat(exact.json().get("items")).isNotEmpty();
        assertThat(exact.json().get("search").get("similar").asBoolean()).isFalse();
        assertThat(exact.json().get("search").get("words")).isNotEmpty();
        assertThat(begun.json().get("items")).isNotEmpty();
        assertThat(mistyped.json().get("items")).isNotEmpty();
        assertThat(mistyped.json().get("search").get("similar").asBoolean()).isTrue();
    }

    @Test
    void namesOfPartnersAndOfTerritoriesAroundAreFound() {
        String word = Cards.word();
        String id = Cards.published("Une expérience " + word);

        assertThat(Pages.all(anyone, "/cards?q=" + Cards.encoded("doubs " + word)))
                .containsExactly(id);
        assertThat(Pages.all(anyone, "/cards?q=" + Cards.encoded("besançon " + word)))
                .containsExactly(id);
        assertThat(Pages.all(anyone, "/cards?q=" + Cards.encoded("bretagne " + word))).isEmpty();
    }

    @Test
    void aQuestionWithoutAnyWordThatCountsIsRefused() {
        assertThat(anyone.get("/cards?q=le").status()).isEqualTo(400);
        assertThat(anyone.get("/feed?q=le").text()).contains("no-word");
    }

    @Test
    void theBestComeFirstByRelevanceAndPagesGoOn() {
        for (int n = 1; n <= 4; n++) {
            Cards.published("Un robot dans la classe " + n);
        }
        Answer first = anyone.get("/cards?order=relevance&limit=3&q=robot");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(
                        first.json()
                                .get("items")
                                .get(0)
                                .get("title")
                                .asString()
                                .toLowerCase(Locale.ROOT))
                .contains("robot");
        Answer second =
                anyone.get(
                        "/cards?order=relevance&limit=3&q=robot&cursor="
                                + Cards.encoded(first.json().get("nextCursor").asString()));
        assertThat(Cards.idsIn(second.json()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(Cards.idsIn(first.json()));
        assertThat(anyone.get("/cards?order=nonsense&q=robot").status()).isEqualTo(400);
    }

    @Test
    void aWordThatNobodyWroteFindsNothing() {
        assertThat(Pages.all(anyone, "/cards?q=" + Cards.word())).isEmpty();
    }

    @Test
    void pagesNeitherRepeatNorMissAnythingWhileNewEntriesArrive() {
        String tag = Cards.word();
        List<String> before = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            before.addFirst(Cards.published("Page " + n + " " + tag));
        }

        List<String> read = new ArrayList<>();
        String path = "/cards?limit=2&q=" + tag;
        String cursor = "";
        while (cursor != null) {
            Answer page = anyone.get(path + cursor);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            read.addAll(Cards.idsIn(page.json()));
            Cards.published("Arrivée entre deux pages " + tag);
            cursor =
                    page.json().has("nextCursor")
                            ? "&cursor=" + Cards.encoded(page.json().get("nextCursor").asString())
                            : null;
        }

        assertThat(read).containsExactlyElementsOf(before);
    }
}
