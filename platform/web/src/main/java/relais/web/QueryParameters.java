package relais.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The query parameters that a call knows. Any other is refused by name, so that a filter with a
 * typing error, or one that tries the operators of a database ({@code status[$ne]=x}), never
 * becomes a query without that filter.
 *
 * <p>Controllers whose parameters are {@code @RequestParam} (or a record bound from the query) are
 * checked without a line of code. One that reads a map or the request itself keeps such a list and
 * calls {@link #check}.
 */
public final class QueryParameters {

    private final Set<String> once;
    private final Set<String> repeatable;

    private QueryParameters(Set<String> once, Set<String> repeatable) {
        this.once = Set.copyOf(once);
        this.repeatable = Set.copyOf(repeatable);
    }

    /** These may each be given once. */
    public static QueryParameters once(String... names) {
        return new QueryParameters(Set.of(names), Set.of());
    }

    /** These too, and each several times. */
    public QueryParameters orRepeatable(String... names) {
        var more = new HashSet<>(repeatable);
        more.addAll(List.of(names));
        return new QueryParameters(once, more);
    }

    /**
     * Goes on if the request has only parameters of this list.
     *
     * @param parameters as from {@code HttpServletRequest.getParameterMap()}
     * @throws ProblemException 400 naming each unknown or repeated parameter
     */
    public void check(Map<String, String[]> parameters) {
        List<Violation> violations = violations(parameters);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
    }

    List<Violation> violations(Map<String, String[]> parameters) {
        var violations = new ArrayList<Violation>();
        parameters.forEach(
                (name, values) -> {
                    if (repeatable.contains(name)) {
                        return;
                    }
                    if (!once.contains(name)) {
                        violations.add(new Violation(Words.excerpt(name), "unknown-parameter"));
                    } else if (values.length > 1) {
                        violations.add(new Violation(name, "repeated-parameter"));
                    }
                });
        return violations;
    }
}
