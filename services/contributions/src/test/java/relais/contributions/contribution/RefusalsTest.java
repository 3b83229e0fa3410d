package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.Decision;
import relais.aggregates.Refusal;

/** Every rule of every command, one table per part of a contribution's life. */
class RefusalsTest {

    /** Said in the words of the whole service, or of the platform. */
    private static final Set<String> SAID_ELSEWHERE =
            Set.of(
                    "committee-only",
                    "instant",
                    "one-line",
                    "partner-required",
                    "partner-suspended",
                    "partner-unknown",
                    "required",
                    "signatory-only",
                    "too-long",
                    "too-many",
                    "unprintable");

    static Stream<Row> rows() {
        return Stream.of(
                        OpeningRefusals.rows(),
                        TextRefusals.rows(),
                        EvidenceRefusals.rows(),
                        ProposalRefusals.rows(),
                        AmendmentRefusals.rows(),
                        ConsultationRefusals.rows())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void refuses(Row row) {
        assertThat(row.story().refusals(row.command(), row.circumstances()))
                .containsExactlyElementsOf(row.expected());
    }

    @Test
    void everyCommandIsRefusedSomewhere() {
        assertThat(rows().map(row -> row.command().getClass()).distinct())
                .hasSameSizeAs(Commands.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/messages-contribution.properties", "/messages-contribution_en.properties"})
    void everyRefusalIsSaidInWords(String bundle) throws IOException {
        Properties words = load(bundle);
        List<String> silent =
                rows().flatMap(RefusalsTest::refusals)
                        .map(Refusal::code)
                        .distinct()
                        .filter(code -> !SAID_ELSEWHERE.contains(code))
                        .filter(code -> !words.containsKey("violation." + code))
                        .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void everyWordOfARefusalIsOfARule() throws IOException {
        Set<String> refused =
                rows().flatMap(RefusalsTest::refusals)
                        .map(refusal -> "violation." + refusal.code())
                        .collect(Collectors.toSet());
        assertThat(load("/messages-contribution.properties").stringPropertyNames())
                .filteredOn(key -> key.matches("violation\\.[a-z-]+"))
                .isSubsetOf(refused);
    }

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        assertThat(load("/messages-contribution_en.properties").keySet())
                .isEqualTo(load("/messages-contribution.properties").keySet());
    }

    private static Stream<Refusal> refusals(Row row) {
        return row.story().decide(row.command(), row.circumstances())
                        instanceof Decision.Refused<ContributionEvent>(List<Refusal> refusals)
                ? refusals.stream()
                : Stream.empty();
    }

    private static Properties load(String bundle) throws IOException {
        Properties words = new Properties();
        try (InputStream bytes =
                        Objects.requireNonNull(RefusalsTest.class.getResourceAsStream(bundle));
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }
}
