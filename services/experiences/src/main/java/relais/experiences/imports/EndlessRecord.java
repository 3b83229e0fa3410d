package relais.experiences.imports;

import relais.web.Problem;

/**
 * Refuses a record of more cells than there are columns before the parser makes a text of each: a
 * file of nothing but separators would otherwise cost a hundred times its size in memory.
 */
final class EndlessRecord {

    private static final int MOST = ImportColumns.values().length;

    private EndlessRecord() {}

    /**
     * @throws relais.web.ProblemException 400 naming the line
     */
    static void refuse(String text, char delimiter) {
        int cells = 1;
        long line = 1;
        boolean quoted = false;
        boolean cellBegins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            }
            if (quoted) {
                // A doubled quote closes and opens again, which comes to the same.
                quoted = c != '"';
                cellBegins = !quoted;
            } else if (c == '"' && cellBegins) {
                quoted = true;
            } else if (c == '\n' || c == '\r') {
                cells = 1;
                cellBegins = true;
            } else if (c == delimiter) {
                cells++;
                cellBegins = true;
            } else {
                cellBegins = false;
            }
            if (cells > MOST) {
                throw Problem.invalid(
                                "line " + line,
                                line == 1 ? "too-many-columns" : "too-many-cells",
                                MOST)
                        .exception();
            }
        }
    }
}
