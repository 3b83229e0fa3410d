package relais.territories;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as a person types it in a hurry: without case, accents, ligatures, hyphens or apostrophes.
 */
final class FoldedText {

    private FoldedText() {}

    /** {@code L'Haÿ-les-Roses} becomes {@code l hay les roses}. */
    static String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String plain = isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFD);
        var folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == 'œ') {
                folded.append("oe");
            } else if (c == 'æ') {
                folded.append("ae");
            } else if (Character.isLetterOrDigit(c)) {
                folded.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !endsWithSpace(folded)) {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static boolean endsWithSpace(StringBuilder text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
    }
}
