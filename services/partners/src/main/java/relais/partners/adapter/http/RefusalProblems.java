package relais.partners.adapter.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import relais.partners.domain.Refused;
import relais.partners.domain.Refused.Nature;
import relais.web.Problem;
import relais.web.Violation;

/** Turns refusals into a problem that names every field at fault. */
final class RefusalProblems {
    private RefusalProblems() {}

    static Problem of(List<Refused> refused) {
        List<Violation> violations = refused.stream().map(RefusalProblems::violation).toList();
        Nature gravest =
                refused.stream()
                        .map(refusal -> refusal.rule().nature())
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        Problem problem =
                switch (gravest) {
                    case DENIED -> Problem.of(HttpStatus.FORBIDDEN, "forbidden");
                    case ABSENT -> Problem.notFound(subject(refused));
                    case MALFORMED -> Problem.of(HttpStatus.BAD_REQUEST, "invalid-request");
                    case INVALID -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "rule-refused");
                    case CONFLICT -> Problem.of(HttpStatus.CONFLICT, "state-conflict");
                };
        return problem.withViolations(violations);
    }

    /** What was not found, as the first refusal of that nature quotes it. */
    private static String subject(List<Refused> refused) {
        return refused.stream()
                .filter(refusal -> refusal.rule().nature() == Nature.ABSENT)
                .flatMap(refusal -> refusal.arguments().stream())
                .findFirst()
                .map(Object::toString)
                .orElse("");
    }

    static Violation violation(Refused refused) {
        String code = refused.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Violation(refused.field(), code, refused.arguments().toArray());
    }
}
