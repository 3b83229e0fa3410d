package relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemMessagesTest {

    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    private final ProblemMessages messages =
            new ProblemMessages(List.of("messages"), getClass().getClassLoader());

    @Test
    void bothLanguagesSayTheSameThings() {
        Properties french = load("/relais/web/messages.properties");
        Properties english = load("/relais/web/messages_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(french.stringPropertyNames());
        for (String key : french.stringPropertyNames()) {
            assertThat(holes(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(holes(french.getProperty(key)));
        }
    }

    @Test
    void theServicesWordsComeFirst() {
        assertThat(messages.find("problem.test-refusal.title", List.of(), Locale.FRENCH))
                .hasValue("Refusé");
        assertThat(messages.find("problem.not-found.title", List.of(), Locale.FRENCH))
                .hasValue("Introuvable");
        assertThat(messages.find("problem.none.title", List.of(), Locale.FRENCH)).isEmpty();
    }

    @Test
    void aServiceCanSplitItsWordsAndTheFirstBundleThatHasThemSaysThem() {
        var split =
                new ProblemMessages(
                        List.of("more-messages", "messages"), getClass().getClassLoader());

        assertThat(split.find("problem.more.title", List.of(), Locale.FRENCH)).hasValue("Encore");
        assertThat(split.find("problem.more.title", List.of(), Locale.ENGLISH)).hasValue("More");
        assertThat(split.find("problem.test-refusal.title", List.of(), Locale.FRENCH))
                .hasValue("Refusé autrement");
        assertThat(split.find("problem.test-refusal.detail", List.of(1), Locale.FRENCH))
                .hasValue("Ce n'est pas possible en 1.");
    }

    @Test
    void aServiceNeedsNoWordsOfItsOwn() {
        var bare = new ProblemMessages(List.of("none.such"), getClass().getClassLoader());

        assertThat(bare.find("problem.not-found.title", List.of(), Locale.ENGLISH))
                .hasValue("Not found");
    }

    @Test
    void apostrophesAndNumbersComeOutAsWritten() {
        assertThat(messages.find("problem.test-refusal.detail", List.of(2015L), Locale.FRENCH))
                .hasValue("Ce n'est pas possible en 2015.");
    }

    @Test
    void aCodeIsSaidInWords() {
        List<Object> args = List.of(Role.COMMITTEE, "{0}");
        assertThat(messages.find("violation.words", args, Locale.FRENCH))
                .hasValue("Pas à un comité ni à {0}.");
        assertThat(messages.find("violation.words", args, Locale.ENGLISH))
                .hasValue("Not to a committee nor to {0}.");
        assertThat(messages.find("violation.words", List.of(Role.ANALYST, 1), Locale.FRENCH))
                .hasValue("Pas à ANALYST ni à 1.");
    }

    @Test
    void aDayAndAnInstantAreSaidAsPeopleWriteThem() {
        List<Object> args =
                List.of(LocalDate.parse("2016-01-01"), Instant.parse("2015-12-31T23:30:00Z"));

        assertThat(messages.find("violation.words", args, Locale.FRENCH))
                .hasValue("Pas à 1er janvier 2016 ni à 1er janvier 2016 à 0 h 30.");
        assertThat(messages.find("violation.words", args, Locale.ENGLISH))
                .hasValue("Not to 1 January 2016 nor to 1 January 2016, 00:30.");
    }

    @Test
    void ofATextOnlyWhatCanBeSeenIsRepeated() {
        List<Object> args = List.of("l\u0000\uFFFF\u202Eé", "é\u2028\n\uD83D\uDE00");

        assertThat(messages.find("violation.words", args, Locale.FRENCH))
                .hasValue("Pas à l   é ni à é  \uD83D\uDE00.");
    }

    @Test
    void aViolationNamesItsFieldWhereverThatStands() {
        assertThat(messages.violation("reason", "required", List.of(), Locale.FRENCH))
                .hasValue("Indiquez le motif.");
        assertThat(messages.violation("rows[3].reason", "required", List.of(), Locale.ENGLISH))
                .hasValue("Give the reason.");
        assertThat(messages.violation("other", "required", List.of(), Locale.FRENCH))
                .hasValue("Remplissez ce champ : il est obligatoire.");
        assertThat(messages.violation("reason", "none-such", List.of(), Locale.FRENCH)).isEmpty();
    }

    @Test
    void everyLanguageButEnglishIsAnsweredInFrench() {
        assertThat(messages.find("problem.not-found.title", List.of(), Locale.GERMAN))
                .hasValue("Introuvable");
        assertThat(messages.find("problem.not-found.title", List.of(), Locale.UK))
                .hasValue("Not found");
    }

    private static Set<String> holes(String text) {
        var holes = new TreeSet<String>();
        HOLE.matcher(text).results().forEach(hole -> holes.add(hole.group()));
        return holes;
    }

    private static Properties load(String resource) {
        try (InputStream in =
                Objects.requireNonNull(ProblemMessagesTest.class.getResourceAsStream(resource))) {
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
