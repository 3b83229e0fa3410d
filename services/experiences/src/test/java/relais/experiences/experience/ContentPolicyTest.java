package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.Refusal;
import relais.experiences.experience.ProposedContent.ProposedLink;
import relais.experiences.experience.ProposedContent.ProposedMeans;
import relais.experiences.experience.ProposedContent.ProposedResults;

class ContentPolicyTest {

    @Test
    void acceptsASoundCard() {
        assertThat(refusals(_ -> {})).isEmpty();
    }

    @Test
    void acceptsWhatIsJustAtTheLimits() {
        assertThat(
                        refusals(
                                card -> {
                                    card.title = "é".repeat(100);
                                    card.preview = "p".repeat(200);
                                    card.problem = "😀".repeat(10_000);
                                    card.tags = Collections.nCopies(20, "t".repeat(40));
                                    card.startedOn = "2024-09-01";
                                    card.endedOn = "2024-09-01";
                                    card.means =
                                            new ProposedMeans(
                                                    new BigDecimal("999999999999.99"),
                                                    new BigDecimal("0.00"),
                                                    null);
                                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://école.example/projet",
                "http://mairie-de-bœrsch.example:8080/a?b=c#d",
                "https://xn--cole-9oa.example",
                "https://example.org/chemin/été"
            })
    void takesAddressesInTheLettersOfTheirLanguage(String url) {
        assertThat(refusals(link(url))).isEmpty();
    }

    @Test
    void namesEveryMissingFieldAtOnce() {
        assertThat(
                        refusals(
                                card -> {
                                    card.title = " ";
                                    card.preview = null;
                                    card.territory = null;
                                    card.level = null;
                                    card.axes = List.of();
                                    card.problem = null;
                                    card.action = "\n";
                                }))
                .extracting(Refusal::field, Refusal::code)
                .containsExactly(
                        tuple("title", "required"),
                        tuple("preview", "required"),
                        tuple("territory", "required"),
                        tuple("level", "required"),
                        tuple("axes", "required"),
                        tuple("problem", "required"),
                        tuple("action", "required"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiled")
    void refusesOneThingByItsName(
            String name, Consumer<Scene.CardBuilder> spoil, String field, String code) {
        assertThat(refusals(spoil))
                .as(name)
                .extracting(Refusal::field, Refusal::code)
                .containsExactly(tuple(field, code));
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                spoil("a long title", c -> c.title = "t".repeat(101), "title", "too-long"),
                spoil("a title of two lines", c -> c.title = "a\nb", "title", "one-line"),
                spoil("a long preview", c -> c.preview = "p".repeat(201), "preview", "too-long"),
                spoil("a preview of lines", c -> c.preview = "a\u2028b", "preview", "one-line"),
                spoil("a long problem", c -> c.problem = "p".repeat(10_001), "problem", "too-long"),
                spoil("a long action", c -> c.action = "p".repeat(10_001), "action", "too-long"),
                spoil("half a pair", c -> c.action = "\ud83d", "action", "unprintable"),
                spoil("a control", c -> c.transfer = "a\u0000b", "transfer", "unprintable"),
                spoil("a reversed line", c -> c.title = "a\u202eb", "title", "unprintable"),
                spoil("only joiners", c -> c.title = "\u200b\u00a0", "title", "required"),
                spoil("an unseen tag", c -> c.tags = List.of("\u200b"), "tags[0]", "required"),
                spoil("an unknown level", c -> c.level = "MATERNELLE", "level", "unknown-level"),
                spoil("an unknown axis", c -> c.axes = List.of("X"), "axes[0]", "unknown-axis"),
                spoil("21 tags", c -> c.tags = Collections.nCopies(21, "t"), "tags", "too-many"),
                spoil(
                        "a long tag",
                        c -> c.tags = List.of("ok", "t".repeat(41)),
                        "tags[1]",
                        "too-long"),
                spoil("an empty tag", c -> c.tags = List.of(" "), "tags[0]", "required"),
                spoil(
                        "21 links",
                        c ->
                                c.links =
                                        Collections.nCopies(
                                                21, new ProposedLink("l", "https://e.org")),
                        "links",
                        "too-many"),
                spoil("a script", link("javascript:alert(1)"), "links[0].url", "web-address"),
                spoil("a file", link("file:///etc/passwd"), "links[0].url", "web-address"),
                spoil("a hidden user", link("https://a:b@e.org"), "links[0].url", "web-address"),
                spoil("no address", link(""), "links[0].url", "required"),
                spoil(
                        "an unknown territory",
                        c -> c.territory = "commune:99999",
                        "territory",
                        "unknown-territory"),
                spoil(
                        "an injection",
                        c -> c.territory = "{\"$ne\":1}",
                        "territory",
                        "unknown-territory"),
                spoil("no date", c -> c.startedOn = "hier", "startedOn", "not-a-date"),
                spoil(
                        "an old date",
                        c -> c.startedOn = "0015-10-01",
                        "startedOn",
                        "implausible-date"),
                spoil("a far end", c -> c.endedOn = "2031-03-03", "endedOn", "implausible-date"),
                spoil(
                        "an end before the start",
                        c -> c.endedOn = "2024-08-31",
                        "endedOn",
                        "ends-before-start"),
                spoil("a negative cost", means("-1", null), "means.euros", "amount"),
                spoil("three decimals", means("1.234", null), "means.euros", "amount"),
                spoil("an endless number", means("1e999999999", null), "means.euros", "amount"),
                spoil("too many people", means(null, "1000000"), "means.fte", "amount"),
                spoil(
                        "results of no kind",
                        c -> c.results = new ProposedResults(null, "Bien"),
                        "results.kind",
                        "unknown-result-kind"),
                spoil(
                        "results without text",
                        c -> c.results = new ProposedResults("EXPECTED", null),
                        "results.text",
                        "required"),
                spoil("no consent", c -> c.licenceAccepted = false, "licenceAccepted", "licence"));
    }

    @Test
    void anArchiveMayNameATerritoryOfItsTime() {
        Circumstances in2015 =
                Scene.circumstances(
                        Scene.actor(Scene.REGION),
                        Scene.REGION,
                        null,
                        Instant.parse("2015-06-01T10:00:00Z"),
                        Scene.NOW);
        ProposedContent card = Scene.card().at("region:73").build();
        assertThat(ContentPolicy.refusals(card, in2015)).isEmpty();
        assertThat(ContentPolicy.refusals(card, Scene.by(Scene.REGION)))
                .extracting(Refusal::field)
                .containsExactly("territory");
    }

    private static Consumer<Scene.CardBuilder> link(String url) {
        return card -> card.links = List.of(new ProposedLink("l", url));
    }

    private static Consumer<Scene.CardBuilder> means(@Nullable String euros, @Nullable String fte) {
        return card -> card.means = new ProposedMeans(number(euros), number(fte), null);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Arguments spoil(
            String name, Consumer<Scene.CardBuilder> spoil, String field, String code) {
        return arguments(name, spoil, field, code);
    }

    private static List<Refusal> refusals(Consumer<Scene.CardBuilder> spoil) {
        Scene.CardBuilder card = Scene.card();
        spoil.accept(card);
        return ContentPolicy.refusals(card.build(), Scene.by(Scene.TOWN)).toList();
    }
}
