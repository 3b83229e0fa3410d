package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a {@link Problem} into words and onto the wire. It writes to the servlet response itself, so
 * that a controller, a filter, the security chain and Tomcat's own refusals all look the same, and
 * so that no {@code Accept} header can turn a refusal into an empty page.
 */
record ProblemWriter(ProblemMessages messages, JsonMapper json) {

    private static final String TYPES = "https://relais.example/problems/";

    /** Answers with the problem, unless an answer has already begun. */
    void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        Locale locale = Languages.of(request);
        String correlationId = CorrelationId.of(request);
        byte[] body =
                json.writeValueAsBytes(
                        body(problem, request.getRequestURI(), locale, correlationId));
        response.setStatus(problem.status().value());
        problem.headers().forEach(response::setHeader);
        response.setHeader(CorrelationId.HEADER, correlationId);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Whether the service or this module ever refuses so. */
    boolean hasWordsFor(Problem problem) {
        return messages.find("problem." + problem.type() + ".title", List.of(), Locale.ENGLISH)
                .isPresent();
    }

    /**
     * @param path what was asked for; Tomcat has none when it could not read one
     */
    Map<String, Object> body(
            Problem problem, @Nullable String path, Locale locale, String correlationId) {
        var body = new LinkedHashMap<String, Object>(problem.members());
        if (path != null) {
            body.putFirst("instance", path);
        }
        messages.find("problem." + problem.type() + ".detail", problem.args(), locale)
                .ifPresent(detail -> body.putFirst("detail", detail));
        body.putFirst("status", problem.status().value());
        body.putFirst("title", title(problem, locale));
        body.putFirst("type", TYPES + problem.type());
        if (!problem.violations().isEmpty()) {
            body.put("violations", violations(problem.violations(), locale));
        }
        body.put("correlationId", correlationId);
        return body;
    }

    private String title(Problem problem, Locale locale) {
        return messages.find("problem." + problem.type() + ".title", problem.args(), locale)
                .orElseGet(
                        () -> {
                            HttpStatus status = HttpStatus.resolve(problem.status().value());
                            return status == null ? problem.type() : status.getReasonPhrase();
                        });
    }

    private List<Map<String, String>> violations(List<Violation> violations, Locale locale) {
        return violations.stream()
                .map(
                        violation -> {
                            var entry = new LinkedHashMap<String, String>();
                            entry.put("field", violation.field());
                            entry.put("code", violation.code());
                            messages.violation(
                                            violation.field(),
                                            violation.code(),
                                            violation.args(),
                                            locale)
                                    .ifPresent(message -> entry.put("message", message));
                            return (Map<String, String>) entry;
                        })
                .toList();
    }
}
