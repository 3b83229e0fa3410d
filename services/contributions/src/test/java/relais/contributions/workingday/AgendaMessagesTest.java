package relais.contributions.workingday;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Objectives, actions and working days refuse nothing without saying why and what to do. */
class AgendaMessagesTest {

    private static final String OWN = "messages-agenda";
    private static final Pattern CODE =
            Pattern.compile(
                    "(?:Refusal\\.(?:invalid|forbidden|conflict|notFound)|Problem\\.invalid)"
                            + "\\(\\s*[^,;]+?,\\s*(?:status == [^\"]+\\?\\s*)?\"([a-z0-9-]+)\"");

    @Test
    void everyRefusalHasItsWordsInBothLanguages() {
        Set<String> codes = new TreeSet<>();
        CODE.matcher(sources())
                .results()
                .forEach(found -> codes.add("violation." + found.group(1)));
        assertThat(codes).hasSizeGreaterThan(30);
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            Set<String> known = new TreeSet<>();
            Stream.of(
                            OWN,
                            "messages",
                            "messages-contribution",
                            "relais.aggregates.messages",
                            "relais.web.messages")
                    .forEach(name -> known.addAll(bundle(name, locale).keySet()));
            assertThat(known).as("%s", locale).containsAll(codes);
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(bundle(OWN, Locale.ENGLISH).keySet())
                .isEqualTo(bundle(OWN, Locale.ROOT).keySet());
    }

    @Test
    void nothingIsSaidThatNoOneAsksFor() {
        String sources = sources();
        assertThat(bundle(OWN, Locale.ROOT).keySet())
                .allSatisfy(
                        key ->
                                assertThat(sources)
                                        .contains("\"" + key.replace("violation.", "") + "\""));
    }

    @Test
    void apostrophesAreTypographic() {
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            ResourceBundle bundle = bundle(OWN, locale);
            assertThat(bundle.keySet())
                    .allSatisfy(key -> assertThat(bundle.getString(key)).doesNotContain("'"));
        }
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(AgendaMessagesTest::isOfTheAgenda)
                    .map(AgendaMessagesTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfTheAgenda(Path file) {
        String name = file.toString();
        return name.matches(".*/(objective|action|workingday)/\\w+\\.java")
                || name.matches(".*/(DayRule|NamedPartner)\\.java");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name,
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
