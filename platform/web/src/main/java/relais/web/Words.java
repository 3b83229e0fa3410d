package relais.web;

import java.util.regex.Pattern;

/** What of a sender's own text may be repeated to the sender and to the log. */
final class Words {

    private static final int MAXIMUM = 80;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private Words() {}

    /** One line, without what is no character or cannot be seen. */
    static String line(String text) {
        return UNSEEN.matcher(text).replaceAll(" ");
    }

    /** One short line, without what is no character or cannot be seen. */
    static String excerpt(String text) {
        String line = line(text);
        return line.codePointCount(0, line.length()) <= MAXIMUM
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAXIMUM)) + "…";
    }
}
