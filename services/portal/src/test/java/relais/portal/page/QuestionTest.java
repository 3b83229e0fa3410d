package relais.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class QuestionTest {

    private static final List<String> NAMES = List.of("territory", "type", "from");

    @Test
    void oneQuestionHasOneAddressWhicheverWayItWasPutTogether() {
        assertThat(question("type=B", "territory=region:27", "type=A", "rubbish=1").link("/x"))
                .isEqualTo("/x?territory=region:27&type=B&type=A");
    }

    @Test
    void whatIsBlankOrEndlessIsLeftAside() {
        Question question =
                question("territory= ", "from=" + "9".repeat(5_000), "type=A", "type=A");

        assertThat(question.values()).containsOnlyKeys("type");
        assertThat(question.parameters().get("type")).containsExactly("A");
    }

    @Test
    void valuesCannotLeaveTheirPlaceInTheAddress() {
        assertThat(question("territory=a&b=c#d{e} é").link("/x"))
                .isEqualTo("/x?territory=a%26b%3Dc%23d%7Be%7D%20%C3%A9");
    }

    @Test
    void aValueCanBeChangedOrTakenAway() {
        Question question = question("territory=region:27", "from=2015-01-01");

        assertThat(question.with("from", "2016-01-01").link("/x"))
                .isEqualTo("/x?territory=region:27&from=2016-01-01");
        assertThat(question.with("from", " ").without("territory").link("/x")).isEqualTo("/x");
    }

    private static Question question(String... said) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (String each : said) {
            parameters.add(
                    each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return Question.of(NAMES, parameters);
    }
}
