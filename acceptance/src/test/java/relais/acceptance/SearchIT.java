package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
