package relais.web;

import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What an exception means to the caller. The one place where exceptions become problems. */
final class ProblemTranslator {

    private final List<ProblemMapping> mappings;

    ProblemTranslator(List<ProblemMapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    Problem translate(Throwable exception) {
        for (ProblemMapping mapping : mappings) {
            Problem problem = mapping.problemOf(exception);
            if (problem != null) {
                return problem;
            }
        }
        return switch (exception) {
            case ProblemException e -> e.problem();
            case HttpMessageNotReadableException e -> JsonProblems.of(e);
            case MethodArgumentTypeMismatchException e ->
                    Problem.invalid(
                            List.of(JsonProblems.expected(e.getName(), e.getRequiredType())));
            case MissingServletRequestParameterException e ->
                    Problem.invalid(e.getParameterName(), "required");
            case MissingRequestHeaderException e -> Problem.invalid(e.getHeaderName(), "required");
            case BindException e -> Problem.invalid(fields(e));
            case HttpRequestMethodNotSupportedException e -> methodNotAllowed(e);
            case HttpMediaTypeNotSupportedException e -> unsupportedMediaType(e);
            case HttpMediaTypeNotAcceptableException e ->
                    Problem.of(
                            HttpStatus.NOT_ACCEPTABLE,
                            "not-acceptable",
                            names(e.getSupportedMediaTypes()));
            case NoResourceFoundException _, NoHandlerFoundException _ -> noSuchPath();
            case AsyncRequestTimeoutException _ ->
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "too-slow")
                            .withHeader(HttpHeaders.RETRY_AFTER, "5");
            case InvalidParameterException _ -> Problem.of(HttpStatus.BAD_REQUEST, "bad-request");
            // What Tomcat tells of a body that did not go on: the servlet only heard that its
            // client is gone.
            case SocketTimeoutException _ ->
                    Problem.of(HttpStatus.REQUEST_TIMEOUT, "body-too-slow")
                            .withHeader(HttpHeaders.CONNECTION, "close");
            case BodyTooLargeException e -> BodyLimits.tooLarge(e.limit());
            case ErrorResponse e -> ofStatus(e.getStatusCode());
            default -> StoreOutage.isBehind(exception) ? StoreOutage.problem() : internal();
        };
    }

    /** For a status that someone else decided, without an exception to tell more. */
    static Problem ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> Problem.of(status, "authentication-required");
            case 403 -> Problem.of(status, "forbidden");
            case 404 -> noSuchPath();
            case 405 -> Problem.of(status, "method-not-allowed", "");
            case 406 -> Problem.of(status, "not-acceptable", "");
            case 413 -> Problem.of(status, "body-too-large", "");
            case 415 -> Problem.of(status, "unsupported-media-type", "");
            // Tomcat's words for a protocol that it does not speak: the sender's doing.
            case 501, 505 -> Problem.of(status, "bad-request");
            case 503 -> Problem.of(status, "unavailable").withHeader(HttpHeaders.RETRY_AFTER, "5");
            default -> status.is5xxServerError() ? internal() : Problem.of(status, "bad-request");
        };
    }

    private static Problem internal() {
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
    }

    private static Problem noSuchPath() {
        return Problem.of(HttpStatus.NOT_FOUND, "no-such-path");
    }

    private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException e) {
        String[] supported = e.getSupportedMethods();
        String methods =
                supported == null
                        ? ""
                        : Arrays.stream(supported).sorted().collect(Collectors.joining(", "));
        return Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", methods)
                .withHeader(HttpHeaders.ALLOW, methods);
    }

    private static Problem unsupportedMediaType(HttpMediaTypeNotSupportedException e) {
        String types = names(e.getSupportedMediaTypes());
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", types)
                .withHeader(HttpHeaders.ACCEPT, types);
    }

    private static String names(List<MediaType> types) {
        return types.stream()
                .filter(type -> !type.isWildcardSubtype())
                .map(MediaType::toString)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<Violation> fields(BindException e) {
        return e.getFieldErrors().stream().map(error -> field(e, error)).toList();
    }

    private static Violation field(BindException e, FieldError error) {
        return JsonProblems.expected(error.getField(), e.getFieldType(error.getField()));
    }
}
