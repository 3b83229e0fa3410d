package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Walks a list by its cursors. */
final class Pages {

    private static final int MOST = 500;

    private Pages() {}

    /** All card ids of a list, in order; at most {@value #MOST} pages. */
    static List<String> all(Api api, String path) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MOST; page++) {
            Answer answer = api.get(path + cursor);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            ids.addAll(Cards.idsIn(answer.json()));
            if (!answer.json().has("nextCursor")) {
                return ids;
            }
            cursor = "&cursor=" + Cards.encoded(answer.json().get("nextCursor").asString());
        }
        throw new AssertionError("The list does not end: " + path);
    }
}
