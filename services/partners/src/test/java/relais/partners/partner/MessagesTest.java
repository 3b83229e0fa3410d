package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import relais.aggregates.Refusal;
import relais.web.ProblemMessages;
import relais.web.Violation;

/** The codes are texts in the sources, so the sources are where this looks for them. */
class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern CODE =
            Pattern.compile(
                    "Refusal\\.(?:malformed|invalid|forbidden|conflict|notFound)"
                            + "\\(\\s*[^,;]+?,\\s*\"([a-z0-9-]+)\"");

    private final Properties french = load("/messages.properties");
    private final Properties english = load("/messages_en.properties");

    @Test
    void saysEveryRefusalInBothLanguages() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String file : List.of("PartnerRules", "PartnerRights", "PartnerFields", "Line")) {
            CODE.matcher(source(file)).results().forEach(found -> codes.add(found.group(1)));
        }
        assertThat(codes).hasSizeGreaterThan(25).contains("one-line", "suspended", "not-allowed");

        var messages = new ProblemMessages(List.of("messages"), getClass().getClassLoader());
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(codes)
                    .allSatisfy(
                            code ->
                                    assertThat(
                                                    messages.find(
                                                            "violation." + code, List.of(), locale))
                                            .isPresent());
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
                Refusal.invalid(
                        "territory", "territory-unfit-for-kind", "region:44", PartnerKind.COMMUNE);
        assertThat(sentence(messages, unfit, Locale.FRENCH))
                .isEqualTo(
                        "Une commune s’inscrit avec le territoire d’une commune : choisissez un autre"
                                + " territoire, ou une autre nature de partenaire.");
        assertThat(sentence(messages, unfit, Locale.ENGLISH)).startsWith("A commune registers");
        assertThat(
                        sentence(
                                messages,
                                PartnerRules.unknownPartner("x\ny" + "z".repeat(9_999)),
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

    private static String sentence(ProblemMessages messages, Refusal refusal, Locale locale) {
        Violation violation = PartnerProblems.of(List.of(refusal)).violations().getFirst();
        return messages.find("violation." + violation.code(), violation.args(), locale)
                .orElseThrow();
    }

    private static String source(String name) throws IOException {
        return Files.readString(Path.of("src/main/java/relais/partners/partner", name + ".java"));
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
