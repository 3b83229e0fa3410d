package relais.web;

/** What of a sender's own text may be repeated to the sender and to the log. */
final class Words {

    private static final int MAXIMUM = 80;

    private Words() {}

    /** One short line without control characters. */
    static String excerpt(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.codePointCount(0, line.length()) <= MAXIMUM
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAXIMUM)) + "…";
    }
}
