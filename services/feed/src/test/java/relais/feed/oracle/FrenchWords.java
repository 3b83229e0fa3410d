package relais.feed.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words that a text is found by: those of Lucene's French analyzer without their accents. Stop
 * words are taken out as they are written, accents and all, which is the same for texts whose
 * accents are right.
 */
final class FrenchWords {

    private final Map<String, List<String>> known = new HashMap<>();
    private final Analyzer analyzer;

    FrenchWords() {
        try {
            analyzer =
                    CustomAnalyzer.builder()
                            .withTokenizer("standard")
                            .addTokenFilter("elision")
                            .addTokenFilter("lowercase")
                            .addTokenFilter(
                                    "stop",
                                    "format",
                                    "snowball",
                                    "words",
                                    "org/apache/lucene/analysis/snowball/french_stop.txt")
                            .addTokenFilter("asciifolding")
                            .addTokenFilter("frenchlightstem")
                            .build();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** In order, each once. */
    List<String> of(Collection<String> texts) {
        Set<String> words = new TreeSet<>();
        texts.forEach(text -> words.addAll(known.computeIfAbsent(text, this::analyzed)));
        return List.copyOf(words);
    }

    private List<String> analyzed(String text) {
        Set<String> words = new TreeSet<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString().intern());
            }
            stream.end();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return List.copyOf(words);
    }
}
