package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The largest body of each path, in bytes. */
final class BodyLimits {

    private record Other(PathPattern pattern, long limit) {}

    private final long usual;
    private final List<Other> others;

    BodyLimits(WebProperties properties) {
        this.usual = properties.bodyLimit().toBytes();
        this.others =
                properties.bodyLimits().entrySet().stream()
                        .map(
                                entry ->
                                        new Other(
                                                PathPatternParser.defaultInstance.parse(
                                                        entry.getKey()),
                                                entry.getValue().toBytes()))
                        .toList();
    }

    long of(HttpServletRequest request) {
        if (others.isEmpty()) {
            return usual;
        }
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        for (Other other : others) {
            if (other.pattern().matches(path)) {
                return other.limit();
            }
        }
        return usual;
    }

    static Problem tooLarge(long limit) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", limit / 1024)
                .with("limitBytes", limit);
    }
}
