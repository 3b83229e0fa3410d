package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void moreThanAPageHoldsLeavesACursorAfterTheLastEntryShown() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, last -> "after " + last))
                .isEqualTo(new Page<>(List.of("a", "b"), "after b"));
    }

    @Test
    void theLastPageHasNone() {
        assertThat(Page.of(List.of("a", "b"), 2, last -> "after " + last))
                .isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(Page.of(List.<String>of(), 2, last -> last).items()).isEmpty();
    }

    @Test
    void itsEntriesAreShownAsSomethingElse() {
        assertThat(new Page<>(List.of("a"), "next").map(String::length))
                .isEqualTo(new Page<>(List.of(1), "next"));
    }
}
