package relais.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The version of an aggregate as a strong ETag, {@code "7"}, and back from {@code If-Match}. */
public final class Versions {

    private static final Pattern ETAG = Pattern.compile("\"(0|[1-9]\\d{0,17})\"");

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the sender has read. {@code *} and lists are refused: a change must say what
     * it changes.
     *
     * @throws ProblemException 428 {@code version-required} if the header is missing, 400 if it is
     *     not one strong ETag of ours
     */
    public static long requireIfMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(HttpStatus.PRECONDITION_REQUIRED, "version-required");
        }
        Matcher matcher = ETAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw Problem.invalid("If-Match", "etag").exception();
        }
        return Long.parseLong(matcher.group(1));
    }

    /** 412 {@code stale-version}: someone changed it first. The answer carries the current ETag. */
    public static Problem stale(long expected, long current) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "stale-version", expected, current)
                .with("currentVersion", current)
                .withHeader("ETag", etag(current));
    }

    /**
     * Goes on if the sender has read the current version.
     *
     * @throws ProblemException 412 {@code stale-version}
     */
    public static void requireCurrent(long expected, long current) {
        if (expected != current) {
            throw stale(expected, current).exception();
        }
    }
}
