package relais.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives every JSON or Atom answer to a read a validator of what it says, and answers 304 to whoever
 * has it already. The validator is the {@link ReadState}, where there is one, else a digest of the
 * body. Beside the digest stands the version of the aggregate, if the answer is of one: {@code
 * "7-kDf9…"}, which {@code If-Match} takes as {@code "7"}.
 *
 * <p>What anyone may read may be kept by shared caches, which ask again each time; an answer to a
 * token is kept by nobody.
 */
final class ValidatorFilter extends OncePerRequestFilter {

    private static final List<String> READS = List.of("GET", "HEAD");
    private static final int DIGEST_BYTES = 12;

    private final List<ReadState> states;
    private final PublicReads publicReads;
    private final String release;

    /**
     * @param release of the program: another one may word the same state in another way
     */
    ValidatorFilter(List<ReadState> states, PublicReads publicReads, String release) {
        this.states = List.copyOf(states);
        this.publicReads = publicReads;
        this.release = release;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(
                HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.AUTHORIZATION);
        if (!READS.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        if (publicReads.include(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        }
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        String state = state(request);
        if (state != null && isKnown(known, state, false)) {
            notModified(response, state);
            return;
        }
        var kept = new KeptBody(request, response);
        chain.doFilter(new WithoutVersions(request), kept);
        if (kept.isDirect() || request.isAsyncStarted() || kept.getStatus() != 200) {
            kept.copyBodyToResponse();
            return;
        }
        String validator =
                state == null
                        ? digest(response.getHeader(HttpHeaders.ETAG), kept.getContentAsByteArray())
                        : state;
        if (isKnown(known, validator, true)) {
            notModified(response, validator);
        } else {
            response.setHeader(HttpHeaders.ETAG, validator);
            kept.copyBodyToResponse();
        }
    }

    private static void notModified(HttpServletResponse response, String validator) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        response.setHeader(HttpHeaders.ETAG, validator);
    }

    /**
     * @param exists whether there is such a thing, which is all that {@code *} asks
     */
    private static boolean isKnown(@Nullable String ifNoneMatch, String validator, boolean exists) {
        return ifNoneMatch != null
                && ETag.parse(ifNoneMatch).stream()
                        .anyMatch(
                                tag ->
                                        tag.isWildcard()
                                                ? exists
                                                : tag.compare(ETag.create(validator), false));
    }

    private @Nullable String state(HttpServletRequest request) {
        Caller caller =
                CallerTokens.caller(SecurityContextHolder.getContext().getAuthentication())
                        .orElse(null);
        return states.stream()
                .map(state -> state.of(request, caller))
                .flatMap(Optional::stream)
                .findFirst()
                .map(state -> String.join("|", release, Languages.of(request).getLanguage(), state))
                .map(state -> "W/\"" + hash(state.getBytes(StandardCharsets.UTF_8)) + '"')
                .orElse(null);
    }

    /** Weak, so that the server may compress it, unless it names a version. */
    private static String digest(@Nullable String version, byte[] body) {
        String hash = hash(body);
        return version != null && Versions.isVersion(version)
                ? version.substring(0, version.length() - 1) + '-' + hash + '"'
                : "W/\"" + hash + '"';
    }

    private static String hash(byte[] bytes) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(Sha256.of(bytes), DIGEST_BYTES));
    }

    /** Keeps JSON and Atom back until all of it is there; lets streams and files pass. */
    private static final class KeptBody extends ContentCachingResponseWrapper {

        private final HttpServletRequest request;
        private boolean direct;

        KeptBody(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        boolean isDirect() {
            return direct;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return passes() ? getResponse().getOutputStream() : super.getOutputStream();
        }

        @Override
        public void flushBuffer() throws IOException {
            if (passes()) {
                getResponse().flushBuffer();
            } else {
                super.flushBuffer();
            }
        }

        @Override
        public void setContentLength(int length) {
            if (passes()) {
                getResponse().setContentLength(length);
            } else {
                super.setContentLength(length);
            }
        }

        @Override
        public void setContentLengthLong(long length) {
            if (passes()) {
                getResponse().setContentLengthLong(length);
            } else {
                super.setContentLengthLong(length);
            }
        }

        private boolean passes() {
            String type = getContentType();
            direct |=
                    request.isAsyncStarted()
                            || request.getDispatcherType() != DispatcherType.REQUEST
                            || (type != null && !isText(type));
            return direct;
        }

        private static boolean isText(String type) {
            return type.startsWith("application/json")
                    || type.startsWith("application/problem+json")
                    || type.startsWith("application/atom+xml");
        }
    }

    /**
     * Hides versions from handlers that would compare them: they say what a change was made to, not
     * what a reader was shown.
     */
    private static final class WithoutVersions extends HttpServletRequestWrapper {

        WithoutVersions(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return hides(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return hides(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        private boolean hides(String name) {
            if (!name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH)) {
                return false;
            }
            String value = super.getHeader(name);
            return value != null && Versions.isVersion(value.strip());
        }
    }
}
