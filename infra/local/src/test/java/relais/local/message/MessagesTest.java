package relais.local.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle french = bundle(Locale.FRENCH);
        ResourceBundle english = bundle(Locale.ENGLISH);

        assertThat(english.keySet()).isEqualTo(french.keySet());
        for (String key : french.keySet()) {
            assertThat(places(english.getString(key)))
                    .as(key)
                    .isEqualTo(places(french.getString(key)));
        }
    }

    @Test
    void apostrophesAndBracesComeOutAsWritten() {
        for (Locale locale : Set.of(Locale.FRENCH, Locale.ENGLISH)) {
            Messages messages = new Messages(locale);
            for (String key : bundle(locale).keySet()) {
                assertThat(messages.text(key, IntStream.range(0, 12).boxed().toArray()))
                        .as(key)
                        .doesNotContainPattern(PLACE)
                        .doesNotContain("''");
            }
            assertThat(messages.text("welcome.text", "", "1", "2", "3", "4"))
                    .contains("-d '{\"title\"")
                    .contains("true}'");
        }
    }

    @Test
    void languageFollowsTheEnvironmentAndIsFrenchOtherwise() {
        assertThat(Messages.language(Map.of("LANG", "en_GB.UTF-8"))).isEqualTo(Locale.ENGLISH);
        assertThat(Messages.language(Map.of("LANG", "C.UTF-8"))).isEqualTo(Locale.FRENCH);
        assertThat(Messages.language(Map.of())).isEqualTo(Locale.FRENCH);
        assertThat(Messages.language(Map.of("LANG", "en_GB", "LC_ALL", "fr_FR")))
                .isEqualTo(Locale.FRENCH);
        assertThat(Messages.language(Map.of("LANGUAGE", "en", "LC_ALL", "C.UTF-8")))
                .isEqualTo(Locale.ENGLISH);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "relais.local.message.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
