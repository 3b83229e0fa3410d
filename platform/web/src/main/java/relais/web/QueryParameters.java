package relais.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The query parameters that a call knows. Any other is refused by name, so that a filter with a
 * typing error, or one that tries the operators of a database ({@code status[$ne]=x}), never
 * becomes a query without that filter.
 *
 * @param once may each be given once
 * @param repeatable may each be given several times
 */
record QueryParameters(Set<String> once, Set<String> repeatable) {

    /**
     * Goes on if the request has only parameters of this list.
     *
     * @param parameters as from {@code HttpServletRequest.getParameterMap()}
     * @throws ProblemException 400 naming each unknown or repeated parameter
     */
    void check(Map<String, String[]> parameters) {
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
