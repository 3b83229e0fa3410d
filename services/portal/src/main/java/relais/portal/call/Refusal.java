package relais.portal.call;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Why a service said no, in the reader's language: its {@code application/problem+json}.
 *
 * @param status of HTTP, from 400 to 499
 * @param title one line; empty if the service gave none
 * @param detail what to do about it; empty if the service gave none
 * @param violations each names a field
 * @param territories of an unknown territory of the past: those that stood for it then
 * @param correlationId for anybody who looks into it
 */
public record Refusal(
        int status,
        String title,
        String detail,
        List<Violation> violations,
        List<String> territories,
        String correlationId) {

    private static final Set<String> NOT_THEN = Set.of("territory-not-then", "territory-replaced");

    /** What is wrong with one field; the message is empty if the service has no words for it. */
    public record Violation(String field, String code, String message) {

        public Violation(@Nullable String field, @Nullable String code, @Nullable String message) {
            this.field = text(field);
            this.code = text(code);
            this.message = text(message);
        }

        /** The same of another field. */
        public Violation of(String other) {
            return new Violation(other, code, message);
        }
    }

    public Refusal(
            int status,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<Violation> violations,
            @Nullable List<String> territories,
            @Nullable String correlationId) {
        this.status = status;
        this.title = text(title);
        this.detail = text(detail);
        this.violations = violations == null ? List.of() : List.copyOf(violations);
        this.territories = territories == null ? List.of() : List.copyOf(territories);
        this.correlationId = text(correlationId);
    }

    /** A refusal without words. */
    static Refusal of(int status) {
        return new Refusal(status, null, null, null, null, null);
    }

    Refusal withStatus(int actual) {
        return new Refusal(actual, title, detail, violations, territories, correlationId);
    }

    /** The same with what is wrong said of other fields. */
    public Refusal with(UnaryOperator<Violation> renamed) {
        var others = violations.stream().map(renamed).toList();
        return new Refusal(status, title, detail, others, territories, correlationId);
    }

    /** What the portal itself finds wrong before it asks a service. */
    public static Refusal of(List<Violation> violations) {
        return new Refusal(422, null, null, violations, null, null);
    }

    public boolean isNotFound() {
        return status == 404;
    }

    /** Whether nothing is wrong but the date: the territory asked for was not there then. */
    public boolean isInformation() {
        return !violations.isEmpty()
                && violations.stream().allMatch(each -> NOT_THEN.contains(each.code()));
    }

    /** Whether the same may be asked again later, as its title says. */
    public boolean isTooFast() {
        return status == TooFast.STATUS;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
