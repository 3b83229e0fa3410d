package relais.feed.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The words of a French text as they are searched: without elision, case, accents, stop words and
 * endings. The same for cards and for queries, so that {@code écoles}, {@code l'école} and {@code
 * ecole} are one term.
 *
 * <p>It is Lucene's {@link FrenchAnalyzer} with accents folded before the stop words and the
 * stemmer see them. Folded after, a word typed without its accents would be stemmed by other rules.
 */
public final class FrenchTerms {

    /** Longer ones are not words; they would only swell the index. */
    private static final int LONGEST = 64;

    /** Of words as they are written, some 150 bytes each: those that texts are mostly made of. */
    private static final int REMEMBERED = 20_000;

    private static final Analyzer WORDS = new Words();
    private static final Analyzer FOLDING = new Folding();

    /**
     * The term of a word as it is written; the empty text for one that has none. What becomes of a
     * word does not depend on those around it, and costs five times what finding it in a text does.
     */
    private static final Map<String, String> TERMS = new ConcurrentHashMap<>();

    private FrenchTerms() {}

    /** The terms of these texts, in order of first appearance. */
    public static Set<String> of(Collection<String> texts) {
        var terms = new LinkedHashSet<String>();
        texts.forEach(text -> collect(text, terms));
        return terms;
    }

    public static Set<String> of(String text) {
        var terms = new LinkedHashSet<String>();
        collect(text, terms);
        return terms;
    }

    /** The words of these texts, as they are written, that are one of the terms. */
    public static Set<String> spellings(Collection<String> texts, Set<String> terms) {
        var spellings = new TreeSet<String>();
        for (String text : texts) {
            read(
                    text,
                    (term, start, end) -> {
                        if (terms.contains(term)) {
                            spellings.add(text.substring(start, end));
                        }
                    });
        }
        return spellings;
    }

    private static void collect(String text, Set<String> terms) {
        read(text, (term, start, end) -> terms.add(term));
    }

    private interface TermHandler {
        void term(String term, int start, int end);
    }

    private static void read(String text, TermHandler found) {
        try (TokenStream stream = WORDS.tokenStream("text", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String term = term(word.toString());
                if (!term.isEmpty()) {
                    found.term(term, place.startOffset(), place.endOffset());
                }
            }
            stream.end();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static String term(String word) throws IOException {
        String known = TERMS.get(word);
        if (known != null) {
            return known;
        }
        String term = folded(word);
        if (TERMS.size() < REMEMBERED) {
            TERMS.put(word, term);
        }
        return term;
    }

    private static String folded(String word) throws IOException {
        try (TokenStream stream = FOLDING.tokenStream("word", word)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            String folded =
                    stream.incrementToken() && term.length() <= LONGEST ? term.toString() : "";
            stream.end();
            return folded;
        }
    }

    /** Texts into words. */
    private static final class Words extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new StandardTokenizer());
        }
    }

    /** One word into its term. */
    private static final class Folding extends Analyzer {

        private final CharArraySet stopWords = folded(FrenchAnalyzer.getDefaultStopSet());

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer word = new KeywordTokenizer();
            TokenStream terms = new ElisionFilter(word, FrenchAnalyzer.DEFAULT_ARTICLES);
            terms = new LowerCaseFilter(terms);
            terms = new ASCIIFoldingFilter(terms);
            terms = new StopFilter(terms, stopWords);
            return new TokenStreamComponents(word, new FrenchLightStemFilter(terms));
        }

        private static CharArraySet folded(CharArraySet words) {
            var folded = new CharArraySet(words.size(), true);
            for (Object word : words) {
                char[] letters = (char[]) word;
                char[] ascii = new char[4 * letters.length];
                int length = ASCIIFoldingFilter.foldToASCII(letters, 0, ascii, 0, letters.length);
                folded.add(new String(ascii, 0, length));
            }
            return folded;
        }
    }
}
