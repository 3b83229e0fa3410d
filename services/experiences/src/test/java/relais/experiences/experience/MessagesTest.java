package relais.experiences.experience;

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
import relais.aggregates.partner.PartnerKind;
import relais.web.ProblemMessages;

/** The codes are texts in the sources, so the sources are where this looks for them. */
class MessagesTest {

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
        assertThat(keys).hasSizeGreaterThan(55);
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            Set<String> known = new TreeSet<>();
            for (String name :
                    List.of("messages", "relais.aggregates.messages", "relais.web.messages")) {
                known.addAll(bundle(name, locale).keySet());
            }
            assertThat(known).as("%s", locale).containsAll(keys);
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(bundle("messages", Locale.ENGLISH).keySet())
                .isEqualTo(bundle("messages", Locale.ROOT).keySet());
    }

    @Test
    void everyCodeInASentenceHasItsWords() {
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            assertThat(bundle("messages", locale).keySet())
                    .containsAll(words(Status.values()))
                    .containsAll(words(Level.values()))
                    .containsAll(words(PartnerKind.values()));
        }
    }

    @Test
    void aTownThatPostsForACollegeIsToldWhatToDo() {
        var messages = new ProblemMessages(List.of("messages"), getClass().getClassLoader());
        List<Object> args = List.of(PartnerKind.COMMUNE, Level.COLLEGE);
        assertThat(messages.find("violation.not-competent", args, Locale.FRENCH))
                .hasValue(
                        "Une commune peut publier seule pour les écoles ; pour un collège, indiquez"
                                + " comme partenaire compétent le département ou l’académie.");
        assertThat(messages.find("violation.not-competent", args, Locale.ENGLISH).orElseThrow())
                .startsWith("A commune may post alone for primary schools")
                .doesNotContain("COLLEGE", "COMMUNE");
    }

    @Test
    void whoReturnsACardIsToldOfTheRemarkAndNotOfAnEndorsement() {
        var messages = new ProblemMessages(List.of("messages"), getClass().getClassLoader());
        assertThat(messages.violation("comments[0].comment", "required", List.of(), Locale.FRENCH))
                .hasValue("Écrivez la remarque.");
        assertThat(messages.violation("comment", "required", List.of(), Locale.FRENCH))
                .hasValue("Expliquez pourquoi vous soutenez cette expérience.");
    }

    @Test
    void apostrophesAreTypographic() {
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            ResourceBundle bundle = bundle("messages", locale);
            assertThat(bundle.keySet())
                    .allSatisfy(key -> assertThat(bundle.getString(key)).doesNotContain("'"));
        }
    }

    private static List<String> words(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(c -> "word." + c.getDeclaringClass().getSimpleName() + "." + c.name())
                .toList();
    }

    @Test
    void nothingIsSaidThatNoOneAsksFor() throws IOException {
        String sources = sources();
        Set<String> ofEveryService = bundle("relais.aggregates.messages", Locale.ROOT).keySet();
        assertThat(bundle("messages", Locale.ROOT).keySet())
                .filteredOn(key -> !key.startsWith("word.") && !ofEveryService.contains(key))
                .allSatisfy(key -> assertAskedFor(key, sources));
    }

    /**
     * Of {@code violation.required.title} both the code and the name of the field are in the
     * sources: words of a field, for a code that has its own.
     */
    private static void assertAskedFor(String key, String sources) {
        String asked =
                key.replaceAll("^(violation|problem|recovery\\.lost)\\.|\\.(title|detail)$", "");
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
