package relais.feed.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.events.EventSchemas;
import relais.feed.query.Figure;

class SentencesTest {

    /** No card says that the texts of an author can be read no more. */
    static Stream<String> events() {
        return EventSchemas.byTopic().values().stream()
                .flatMap(List::stream)
                .map(Schema::getName)
                .filter(name -> !name.equals("AuthorKeyErased"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasASentenceInBothLanguages(String event) {
        String key = "activity." + event;
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
        assertThat(events()).containsAll(Figure.allTypes());
    }
}
