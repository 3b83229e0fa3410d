package relais.partners.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import relais.partners.domain.PartnerKind;
import relais.partners.domain.Refused;
import relais.partners.domain.Refused.Rule;
import relais.web.ProblemMessages;
import relais.web.Violation;

class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    private final Properties french = load("/messages.properties");
    private final Properties english = load("/messages_en.properties");

    @Test
    void saysEveryRefusalInBothLanguages() {
        List<String> keys =
                Arrays.stream(Rule.values())
                        .map(rule -> RefusalProblems.of(List.of(new Refused(rule, "f", List.of()))))
                        .flatMap(problem -> problem.violations().stream())
                        .map(Violation::code)
                        .map(code -> "violation." + code)
                        .toList();

        var messages = new ProblemMessages(List.of("messages"), getClass().getClassLoader());
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(keys)
                    .allSatisfy(
                            key -> assertThat(messages.find(key, List.of(), locale)).isPresent());
        }
    }

    @Test
    void saysTheSameThingsInBothLanguages() {
        assertThat(english.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(french.stringPropertyNames());
        for (String key : french.stringPropertyNames()) {
            assertThat(placeholders(english, key)).as(key).isEqualTo(placeholders(french, key));
        }
    }

    @Test
    void saysCodesInWordsAndQuotesNoMoreThanTheBeginning() {
        var messages = new ProblemMessages(List.of("messages"), getClass().getClassLoader());
        var unfit =
                new Refused(
                        Rule.TERRITORY_UNFIT_FOR_KIND,
                        "territory",
                        List.of("region:44", PartnerKind.COMMUNE));
        assertThat(sentence(messages, unfit, Locale.FRENCH))
                .isEqualTo(
                        "Une commune s’inscrit avec le territoire d’une commune : choisissez un autre"
                                + " territoire, ou une autre nature de partenaire.");
        assertThat(sentence(messages, unfit, Locale.ENGLISH)).startsWith("A commune registers");
        assertThat(
                        sentence(
                                messages,
                                Refused.unknownPartner("x\ny" + "z".repeat(9_999)),
                                Locale.FRENCH))
                .startsWith("Il n’y a pas de partenaire « x y" + "z".repeat(37) + "… »");
    }

    @Test
    void hasWordsForEveryKind() {
        for (PartnerKind kind : PartnerKind.values()) {
            assertThat(french).containsKey("word.PartnerKind." + kind);
            assertThat(english).containsKey("word.PartnerKind." + kind);
        }
    }

    @Test
    void apostrophesAreTypographic() {
        assertThat(french.values())
                .allSatisfy(text -> assertThat((String) text).doesNotContain("'"));
        assertThat(english.values())
                .allSatisfy(text -> assertThat((String) text).doesNotContain("'"));
    }

    private static String sentence(ProblemMessages messages, Refused refused, Locale locale) {
        Violation violation = RefusalProblems.violation(refused);
        return messages.find("violation." + violation.code(), violation.args(), locale)
                .orElseThrow();
    }

    private static List<String> placeholders(Properties messages, String key) {
        return PLACEHOLDER
                .matcher(messages.getProperty(key))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Properties load(String name) {
        Properties messages = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8)) {
            messages.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return messages;
    }
}
