package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.feed.projection.FeedEvent;
import relais.feed.query.Figure;

class SentencesTest {

    private static final Set<Class<?>> WITHOUT_ENTRY =
            Set.of(FeedEvent.Skipped.class, FeedEvent.AuthorKeyErased.class);

    static Stream<Class<?>> events() {
        return leaves(FeedEvent.class).filter(type -> !WITHOUT_ENTRY.contains(type));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SentencesTest::leaves)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasASentenceInBothLanguages(Class<?> event) {
        String key = "activity." + event.getSimpleName();
        var sentences = new Sentences();
        String french = sentences.fill(key, Map.of(), Locale.FRENCH);
        String english = sentences.fill(key, Map.of(), Locale.ENGLISH);

        assertThat(french).isNotEqualTo(key).isNotEqualTo(english);
        assertThat(english).isNotEqualTo(key);
    }

    static Stream<String> words() {
        return Stream.concat(
                FilterReader.AXES.stream().map(axis -> "axis." + axis),
                Arrays.stream(Figure.values()).map(figure -> "report.figure." + figure));
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyAxisAndFigureHasANameInBothLanguages(String key) {
        var sentences = new Sentences();

        assertThat(sentences.fill(key, Map.of(), Locale.FRENCH)).isNotEqualTo(key);
        assertThat(sentences.fill(key, Map.of(), Locale.ENGLISH))
                .isNotEqualTo(key)
                .isNotEqualTo(sentences.fill(key, Map.of(), Locale.FRENCH));
    }

    /** A figure counts what the log can hold: a misspelt event would count nothing for ever. */
    @Test
    void everyFigureCountsEventsThatThereAre() {
        assertThat(events().map(Class::getSimpleName)).containsAll(Figure.allTypes());
    }
}
