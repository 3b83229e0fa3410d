package relais.feed.query;

import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Tags are the same whatever their case, accents and spaces: {@code TNI} and {@code tni}. */
public final class Tags {

    private Tags() {}

    /** What all ways of writing a tag have in common. */
    public static String folded(String tag) {
        char[] letters = tag.strip().toLowerCase(Locale.ROOT).toCharArray();
        // One letter may become four of ASCII.
        char[] ascii = new char[4 * letters.length];
        int length = ASCIIFoldingFilter.foldToASCII(letters, 0, ascii, 0, letters.length);
        return new String(ascii, 0, length).replaceAll("\\s+", " ");
    }
}
