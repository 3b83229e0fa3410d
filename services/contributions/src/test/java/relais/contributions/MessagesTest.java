package relais.contributions;

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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes are texts in the sources, so the sources are where this looks for them. */
class MessagesTest {

    private static final List<String> BUNDLES =
            List.of(
                    "messages",
                    "messages-contribution",
                    "messages-agenda",
                    "messages-dialogue",
                    "messages-imports");

    private static final Pattern VIOLATION =
            Pattern.compile(
                    "(?:Refusal\\.(?:invalid|forbidden|conflict|notFound)|new Violation|Problem\\.invalid)"
                            + "\\(\\s*[^,;]+?,\\s*\"([a-z0-9-]+)\"");
    private static final Pattern PROBLEM =
            Pattern.compile("Problem\\.of\\(\\s*HttpStatus\\.\\w+,\\s*\"([a-z-]+)\"");

    @Test
    void everyRefusalHasItsWordsInBothLanguages() throws IOException {
        String sources = sources();
        Set<String> keys = new TreeSet<>();
        codes(VIOLATION, sources).forEach(code -> keys.add("violation." + code));
        codes(PROBLEM, sources)
                .forEach(
                        type ->
                                keys.addAll(
                                        List.of(
                                                "problem." + type + ".title",
                                                "problem." + type + ".detail")));
        assertThat(keys).hasSizeGreaterThan(60);
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            Set<String> known = new TreeSet<>();
            Stream.of("relais.aggregates.messages", "relais.web.messages")
                    .forEach(name -> known.addAll(bundle(name, locale).keySet()));
            BUNDLES.forEach(name -> known.addAll(bundle(name, locale).keySet()));
            assertThat(known).as("%s", locale).containsAll(keys);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages",
                "messages-contribution",
                "messages-agenda",
                "messages-dialogue",
                "messages-imports"
            })
    void bothLanguagesSayTheSameThingsInTypographicWords(String name) {
        ResourceBundle french = bundle(name, Locale.ROOT);
        ResourceBundle english = bundle(name, Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(french.keySet());
        for (ResourceBundle bundle : List.of(french, english)) {
            assertThat(bundle.keySet())
                    .allSatisfy(
                            key ->
                                    assertThat(bundle.getString(key))
                                            .as(key)
                                            .isNotBlank()
                                            .doesNotContain("'"));
        }
        assertThat(french.keySet())
                .allSatisfy(
                        key ->
                                assertThat(holes(english.getString(key)))
                                        .as(key)
                                        .isEqualTo(holes(french.getString(key))));
    }

    @Test
    void everyBundleIsConfigured() throws IOException {
        String configuration = Files.readString(Path.of("src/main/resources/application.yaml"));
        assertThat(BUNDLES).allSatisfy(name -> assertThat(configuration).contains("- " + name));
        try (Stream<Path> files = Files.list(Path.of("src/main/resources"))) {
            assertThat(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.matches("messages.*\\.properties"))
                                    .map(name -> name.replaceAll("(_en)?\\.properties$", ""))
                                    .distinct())
                    .containsExactlyInAnyOrderElementsOf(BUNDLES);
        }
    }

    @Test
    void nothingIsSaidThatNoOneAsksFor() throws IOException {
        String sources = sources();
        for (String name : BUNDLES) {
            assertThat(bundle(name, Locale.ROOT).keySet())
                    .filteredOn(key -> key.startsWith("violation.") || key.startsWith("problem."))
                    .allSatisfy(key -> assertAskedFor(key, sources));
        }
    }

    /**
     * Of {@code violation.required.title} both the code and the name of the field are in the
     * sources: words of a field, for a code that has its own.
     */
    private static void assertAskedFor(String key, String sources) {
        String asked = key.replaceAll("^(violation|problem)\\.|\\.(title|detail)$", "");
        int field = key.startsWith("violation.") ? asked.indexOf('.') : -1;
        // A failure names the key alone: the sources would fill the log.
        String code = field < 0 ? asked : asked.substring(0, field);
        assertThat(sources.contains("\"" + code + "\"")).as(key).isTrue();
        if (field >= 0) {
            String name = asked.substring(asked.lastIndexOf('.') + 1);
            assertThat(Pattern.compile("[\".]" + name + "\"").matcher(sources).find())
                    .as(key)
                    .isTrue();
        }
    }

    private static Set<String> holes(String pattern) {
        return Pattern.compile("\\{\\d}")
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> codes(Pattern pattern, String sources) {
        return pattern.matcher(sources).results().map((MatchResult match) -> match.group(1));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MessagesTest::text)
                    .collect(Collectors.joining("\n"));
        }
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
