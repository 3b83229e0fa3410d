package relais.acceptance;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics that an expression of Prometheus asks for. */
final class PromQl {

    private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'[^']*'");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*(\\([^)]*\\))?");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.:$])([a-zA-Z_][\\w:]*)(\\s*\\()?");
    private static final Set<String> OPERATORS =
            Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    private PromQl() {}

    /** Names without labels, ranges, functions and operators, in alphabetical order. */
    static Set<String> metrics(String expression) {
        // Labels may hold braces and brackets within strings, hence those first.
        String bare = STRING.matcher(expression).replaceAll("");
        for (Pattern beside : new Pattern[] {LABELS, RANGE, GROUPING}) {
            bare = beside.matcher(bare).replaceAll(" ");
        }
        Set<String> metrics = new TreeSet<>();
        Matcher names = NAME.matcher(bare);
        while (names.find()) {
            if (names.group(2) == null && !OPERATORS.contains(names.group(1))) {
                metrics.add(names.group(1));
            }
        }
        return metrics;
    }
}
