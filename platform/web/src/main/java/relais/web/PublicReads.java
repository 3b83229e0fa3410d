package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What anyone may GET, by {@code relais.web.public-get}. */
final class PublicReads {

    private final List<PathPattern> patterns;

    PublicReads(WebProperties properties) {
        this.patterns =
                properties.publicGet().stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList();
    }

    boolean include(HttpServletRequest request) {
        return include(ServletRequestPathUtils.parseAndCache(request).pathWithinApplication());
    }

    boolean include(PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
