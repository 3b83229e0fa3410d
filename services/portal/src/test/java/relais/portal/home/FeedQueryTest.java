package relais.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class FeedQueryTest {

    private final FeedQuery query = new FeedQuery(Map.of("q", "C++ & l’été", "axis", "USES"));

    @Test
    void oneQuestionHasOneAddress() {
        var other =
                new FeedQuery(Map.of("axis", "USES"))
                        .with("q", "C++ & l’été")
                        .with("level", "ECOLE")
                        .without("level");

        assertThat(other.link()).isEqualTo(query.link());
    }

    @Test
    void whatPeopleTypedIsEncoded() {
        assertThat(query.link()).isEqualTo("/?axis=USES&q=C%2B%2B%20%26%20l%E2%80%99%C3%A9t%C3%A9");
    }

    @Test
    void curlyBracketsAreNoVariables() {
        assertThat(new FeedQuery(Map.of("q", "{axis}", "axis", "USES")).link())
                .isEqualTo("/?axis=USES&q=%7Baxis%7D");
    }

    @Test
    void blanksAndStrangersAreLeftAside() {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("q", "  ");
        parameters.add("evil", "1");
        parameters.add("tag", " robots ");

        assertThat(FeedQuery.of(parameters).values()).containsExactly(Map.entry("tag", "robots"));
    }

    @Test
    void theReadersDateIsNoFilter() {
        var past = query.with("asOf", "2015-12-31");

        assertThat(past.active()).containsExactly("axis", "q");
        assertThat(past.now()).isEqualTo(query);
    }
}
