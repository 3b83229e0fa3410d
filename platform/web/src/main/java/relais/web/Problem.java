package relais.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * What a caller is told when a request is refused, before it is put into words: RFC 9457 without
 * the language. The words are the messages {@code problem.<type>.title} and {@code
 * problem.<type>.detail} of the service's bundle, then of this module's.
 *
 * @param type a stable slug such as {@code stale-version}; sent as {@code
 *     https://relais.example/problems/stale-version}
 * @param args what fills {@code {0}}, {@code {1}}… in title and detail
 * @param members extension members of the JSON object; they must not take the names RFC 9457
 *     reserves
 * @param headers response headers that belong to the refusal, such as {@code Retry-After}
 */
public record Problem(
        HttpStatusCode status,
        String type,
        List<Object> args,
        List<Violation> violations,
        Map<String, Object> members,
        Map<String, String> headers) {

    public Problem {
        args = List.copyOf(args);
        violations = List.copyOf(violations);
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
    }

    /** A problem with no more than its words. */
    public static Problem of(HttpStatusCode status, String type, Object... args) {
        return new Problem(status, type, Arrays.asList(args), List.of(), Map.of(), Map.of());
    }

    /** 400 {@code invalid-request}: these fields cannot be accepted. */
    public static Problem invalid(List<Violation> violations) {
        return of(HttpStatus.BAD_REQUEST, "invalid-request").withViolations(violations);
    }

    /** 400 {@code invalid-request} for one field. */
    public static Problem invalid(String field, String code, Object... args) {
        return invalid(List.of(new Violation(field, code, args)));
    }

    /** 404 {@code not-found}: there is no such thing, or the caller may not know that there is. */
    public static Problem notFound(String id) {
        return of(HttpStatus.NOT_FOUND, "not-found", id);
    }

    public Problem withViolations(List<Violation> violations) {
        return new Problem(status, type, args, violations, members, headers);
    }

    public Problem with(String member, Object value) {
        return new Problem(status, type, args, violations, plus(members, member, value), headers);
    }

    public Problem withHeader(String name, String value) {
        return new Problem(status, type, args, violations, members, plus(headers, name, value));
    }

    /** The exception that carries this problem from a controller to the response. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
