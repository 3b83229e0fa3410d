package relais.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An {@code If-Match} that names several versions holds, by RFC 9110, if one of them is current. A
 * change is tried with the latest of them; where the refusal names another one of them as current,
 * it is tried once more with that. So handlers know one version. The last filter before them.
 */
final class SeveralVersionsFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    SeveralVersionsFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Versions.named(request.getHeader(HttpHeaders.IF_MATCH)).size() < 2;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SortedSet<Long> versions = Versions.named(request.getHeader(HttpHeaders.IF_MATCH));
        byte[] body;
        try {
            body = request.getInputStream().readAllBytes();
        } catch (BodyTooLargeException tooLarge) {
            problems.write(BodyLimits.tooLarge(tooLarge.limit()), request, response);
            return;
        }
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Attempt(request, versions.last(), body), kept);
        SortedSet<Long> current = Versions.named(response.getHeader(HttpHeaders.ETAG));
        if (kept.getStatus() == HttpStatus.PRECONDITION_FAILED.value()
                && !current.isEmpty()
                && versions.contains(current.last())) {
            kept.resetBuffer();
            kept.setContentType(null);
            kept.setStatus(HttpStatus.OK.value());
            chain.doFilter(new Attempt(request, current.last(), body), kept);
        }
        kept.copyBodyToResponse();
    }

    /** The request with one version, and a body that can be read again. */
    private static final class Attempt extends HttpServletRequestWrapper {

        private final String version;
        private final ServletInputStream stream;

        Attempt(HttpServletRequest request, long version, byte[] body) {
            super(request);
            this.version = Versions.etag(version);
            this.stream = new Kept(new ByteArrayInputStream(body));
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.IF_MATCH) ? version : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HttpHeaders.IF_MATCH)
                    ? Collections.enumeration(List.of(version))
                    : super.getHeaders(name);
        }

        @Override
        public ServletInputStream getInputStream() {
            return stream;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
    }

    private static final class Kept extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Kept(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Its bytes are here already");
        }
    }
}
