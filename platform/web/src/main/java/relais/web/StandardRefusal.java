package relais.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/**
 * How operations of one shape are refused.
 *
 * @param example in English, as services answer it
 * @param when the operations that can be refused so
 */
record StandardRefusal(String description, Problem example, Predicate<OperationShape> when) {

    static final List<StandardRefusal> ALL =
            List.of(
                    new StandardRefusal(
                            "A parameter or a field is missing, unknown or malformed; “violations”"
                                    + " names each",
                            Problem.invalid("title", "required"),
                            _ -> true),
                    of(
                            HttpStatus.UNAUTHORIZED,
                            "authentication-required",
                            "The access token is missing, expired or not of this platform",
                            shape -> !shape.open()),
                    of(
                            HttpStatus.FORBIDDEN,
                            "role-required",
                            "The caller may not do this",
                            shape -> !shape.open(),
                            Role.COMMITTEE.claim()),
                    of(
                            HttpStatus.NOT_FOUND,
                            "not-found",
                            "There is none, or none that the caller may know of",
                            OperationShape::hasVariable,
                            "x-2015"),
                    of(
                            HttpStatus.NOT_ACCEPTABLE,
                            "not-acceptable",
                            "No form that Accept names is there",
                            OperationShape::answersWithBody,
                            "application/json"),
                    of(
                            HttpStatus.CONFLICT,
                            "state-conflict",
                            "Not as things stand; “violations” says why",
                            shape -> !shape.read() && (shape.isKeyed() || shape.hasVariable())),
                    new StandardRefusal(
                            "It changed since the version of If-Match; the ETag is the current one",
                            Versions.stale(6, 7),
                            OperationShape::isVersioned),
                    of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "body-too-large",
                            "The body is larger than this service takes",
                            OperationShape::hasBody,
                            1024),
                    of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported-media-type",
                            "The body is of another type",
                            OperationShape::hasBody,
                            "application/json"),
                    new StandardRefusal(
                            "A rule refuses what was sent, or the key was used for another request;"
                                    + " “violations” names every field at once",
                            Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "rule-refused")
                                    .withViolations(
                                            List.of(new Violation("preview", "too-long", 300))),
                            shape ->
                                    !shape.read()
                                            && (shape.isKeyed()
                                                    || shape.isVersioned()
                                                    || shape.hasBody())),
                    of(
                            HttpStatus.PRECONDITION_REQUIRED,
                            "version-required",
                            "If-Match is missing",
                            OperationShape::isVersioned),
                    of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "unavailable",
                            "Not at the moment; Retry-After says when to try again",
                            _ -> true));

    private static StandardRefusal of(
            HttpStatus status,
            String type,
            String description,
            Predicate<OperationShape> when,
            Object... args) {
        return new StandardRefusal(description, Problem.of(status, type, args), when);
    }

    String status() {
        return String.valueOf(example.status().value());
    }

    String component() {
        return Stream.of(HttpStatus.valueOf(example.status().value()).name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .reduce("", String::concat);
    }
}
