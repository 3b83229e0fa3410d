package relais.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What anyone may GET, by {@code relais.web.public-get}, and POST to, by {@code
 * relais.web.public-post}.
 */
final class PublicReads {

    private final List<PathPattern> patterns;
    private final List<PathPattern> posts;

    PublicReads(WebProperties properties) {
        this.patterns = parsed(properties.publicGet());
        this.posts = parsed(properties.publicPost());
    }

    private static List<PathPattern> parsed(List<String> paths) {
        return paths.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    boolean includePost(PathContainer path) {
        return posts.stream().anyMatch(pattern -> pattern.matches(path));
    }

    boolean include(HttpServletRequest request) {
        return include(ServletRequestPathUtils.parseAndCache(request).pathWithinApplication());
    }

    boolean include(PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
