package relais.notices.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SavedSearchTest {

    private static final PublicEvent CARD =
            new PublicEvent(
                    "x-1:3",
                    null,
                    "EXPERIENCE",
                    "x-1",
                    null,
                    3,
                    List.of("commune:25056", "region:27", "pays:FR"),
                    List.of("p-besancon"),
                    List.of("USES"),
                    List.of("ECOLE"),
                    List.of("Robotique"),
                    List.of("Des tablettes à l’École", "Une ligne", "Robotique"),
                    Instant.EPOCH,
                    false,
                    "0:7");

    private static SavedSearch words(@Nullable String tag, @Nullable String q) {
        return new SavedSearch(null, null, null, null, null, tag, q);
    }

    @Test
    void allCriteriaHaveToHold() {
        assertThat(
                        new SavedSearch(
                                        "region:27",
                                        "USES",
                                        "ECOLE",
                                        "EXPERIENCE",
                                        null,
                                        null,
                                        null)
                                .matches(CARD))
                .isTrue();
        assertThat(
                        new SavedSearch("region:27", "USES", "LYCEE", null, null, null, null)
                                .matches(CARD))
                .isFalse();
        assertThat(new SavedSearch(null, null, null, null, "p-other", null, null).matches(CARD))
                .isFalse();
    }

    @Test
    void wordsBeginWordsWhateverTheirAccents() {
        assertThat(words(null, "TABLETTE école").matches(CARD)).isTrue();
        assertThat(words(null, "ablette").matches(CARD)).isFalse();
        assertThat(words("robotique", null).matches(CARD)).isTrue();
        assertThat(words("robot", null).matches(CARD)).isFalse();
    }

    @Test
    void anEventIsLookedUpByTheCriterionThatFewestMeet() {
        for (SavedSearch search :
                List.of(
                        new SavedSearch("region:27", "USES", null, null, null, null, null),
                        new SavedSearch(null, "USES", null, "EXPERIENCE", null, null, null),
                        new SavedSearch(null, null, null, null, "p-besancon", null, null),
                        words("ROBOTIQUE", "tablettes"),
                        words(null, "tablettes"))) {
            assertThat(search.matches(CARD)).isTrue();
            assertThat(CARD.probes()).contains(search.probe());
        }
        assertThat(new SavedSearch("region:27", "USES", null, null, null, null, null).probe())
                .isEqualTo("territory:region:27");
    }
}
