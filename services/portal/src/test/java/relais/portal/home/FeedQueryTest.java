package relais.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class FeedQueryTest {

    private final FeedQuery query = asking(Map.of("q", "C++ & l’été", "axis", "USES"));

    private static FeedQuery asking(Map<String, String> values) {
        return FeedQuery.of(MultiValueMap.fromSingleValue(values));
    }

    @Test
    void oneQuestionHasOneAddress() {
        var other =
                asking(Map.of("axis", "USES"))
                        .with("q", "C++ & l’été")
                        .with("level", "ECOLE")
                        .without("level");

        assertThat(other.link()).isEqualTo(query.link());
    }

    @Test
    void whatPeopleTypedIsEncoded() {
        assertThat(query.link())
                .isEqualTo("/actualite?axis=USES&q=C%2B%2B%20%26%20l%E2%80%99%C3%A9t%C3%A9");
    }

    @Test
    void curlyBracketsAreNoVariables() {
        assertThat(asking(Map.of("q", "{axis}", "axis", "USES")).link())
                .isEqualTo("/actualite?axis=USES&q=%7Baxis%7D");
    }

    @Test
    void blanksAndStrangersAreLeftAside() {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("q", "  ");
        parameters.add("evil", "1");
        parameters.add("tag", " robots ");

        assertThat(FeedQuery.of(parameters).parameters())
                .containsExactly(Map.entry("tag", List.of("robots")));
    }

    @Test
    void aNameHasTheFirstOfItsValuesAndNoMoreOfItThanFits() {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("axis", "USES");
        parameters.add("axis", "TRAINING");
        parameters.add("q", "x".repeat(1_000));

        assertThat(FeedQuery.of(parameters).link())
                .isEqualTo("/actualite?axis=USES&q=" + "x".repeat(200));
    }

    @Test
    void theReadersDateIsNoFilter() {
        var past = query.with("asOf", "2015-12-31");

        assertThat(past.active()).containsExactly("axis", "q");
        assertThat(past.now()).isEqualTo(query);
    }
}
