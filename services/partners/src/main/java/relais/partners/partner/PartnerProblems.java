package relais.partners.partner;

import java.util.List;
import org.springframework.http.HttpStatus;
import relais.aggregates.Refusal;
import relais.aggregates.Refusal.Kind;
import relais.aggregates.http.RefusalProblems;
import relais.web.Problem;
import relais.web.Violation;

/** Turns refusals into a problem that names every field at fault. */
final class PartnerProblems {

    private static final int LONGEST_QUOTE = 40;

    /** Of several kinds, the first one decides the status. */
    private static final List<Kind> ORDER =
            List.of(Kind.FORBIDDEN, Kind.NOT_FOUND, Kind.MALFORMED, Kind.INVALID, Kind.CONFLICT);

    private PartnerProblems() {}

    static void throwIfAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw of(refusals).exception();
        }
    }

    static Problem of(List<Refusal> refusals) {
        List<Refusal> quoted = refusals.stream().map(PartnerProblems::quoted).toList();
        Kind gravest =
                ORDER.stream()
                        .filter(kind -> quoted.stream().anyMatch(each -> each.kind() == kind))
                        .findFirst()
                        .orElseThrow();
        Problem problem = RefusalProblems.of(gravest, quoted);
        return gravest == Kind.NOT_FOUND ? notFound(quoted, problem.violations()) : problem;
    }

    /** Of what was not found, the problem's own words say the first. */
    private static Problem notFound(List<Refusal> refusals, List<Violation> violations) {
        Object subject =
                refusals.stream()
                        .filter(refusal -> refusal.kind() == Kind.NOT_FOUND)
                        .flatMap(refusal -> refusal.args().stream())
                        .findFirst()
                        .orElse("");
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", subject).withViolations(violations);
    }

    static Refusal quoted(Refusal refusal) {
        return new Refusal(
                refusal.kind(),
                refusal.field(),
                refusal.code(),
                refusal.args().stream().map(PartnerProblems::quoted).toList());
    }

    /** Codes are put into words later; of a text, a reader needs no more than its beginning. */
    private static Object quoted(Object arg) {
        if (arg instanceof Enum<?>) {
            return arg;
        }
        String line = arg.toString().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
