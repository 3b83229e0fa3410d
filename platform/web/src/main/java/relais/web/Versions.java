package relais.web;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;

/**
 * The version of an aggregate as a strong ETag, {@code "7"}, and back from {@code If-Match}. A read
 * adds a digest of what it says, {@code "7-kDf9…"}: both name version 7.
 */
public final class Versions {

    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d{0,17})(?:-[\\w-]+)?");
    private static final Pattern PLAIN = Pattern.compile("\"(0|[1-9]\\d{0,17})\"");

    /** RFC 9110: one or more tags between commas, each with its quotation marks. */
    private static final Pattern TAGS =
            Pattern.compile("(W/)?\"[^\"]*\"(\\s*,\\s*(W/)?\"[^\"]*\")*");

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    static boolean isVersion(String etag) {
        return PLAIN.matcher(etag).matches();
    }

    /**
     * The version that the sender has read, as RFC 9110 reads {@code If-Match}: {@code *} is any
     * version, and a weak validator, or one that is not of ours, is that of none. Of several
     * versions it is the latest; {@link SeveralVersionsFilter} comes back with an earlier one if
     * that is current.
     *
     * @return null for any version
     * @throws ProblemException 428 {@code version-required} if the header is missing, 400 if it is
     *     not a list of ETags, 412 {@code no-such-version} if it names none
     */
    public static @Nullable Long requireIfMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(HttpStatus.PRECONDITION_REQUIRED, "version-required");
        }
        String tags = header.strip();
        if (tags.equals("*")) {
            return null;
        }
        if (!TAGS.matcher(tags).matches()) {
            throw Problem.invalid("If-Match", "etag").exception();
        }
        SortedSet<Long> versions = named(tags);
        if (versions.isEmpty()) {
            throw new ProblemException(HttpStatus.PRECONDITION_FAILED, "no-such-version");
        }
        return versions.last();
    }

    /** The versions that strong validators in a list are of. */
    static SortedSet<Long> named(@Nullable String tags) {
        SortedSet<Long> versions = new TreeSet<>();
        if (tags != null && TAGS.matcher(tags.strip()).matches()) {
            ETag.parse(tags).stream()
                    .filter(tag -> !tag.weak())
                    .map(tag -> VERSION.matcher(tag.tag()))
                    .filter(Matcher::matches)
                    .forEach(matcher -> versions.add(Long.valueOf(matcher.group(1))));
        }
        return versions;
    }

    /** 412 {@code stale-version}: someone changed it first. The answer carries the current ETag. */
    public static Problem stale(long expected, long current) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "stale-version", expected, current)
                .with("currentVersion", current)
                .withHeader("ETag", etag(current));
    }

    /**
     * Goes on if the sender has read the current version, or takes any.
     *
     * @param expected null for any
     * @throws ProblemException 412 {@code stale-version}
     */
    public static void requireCurrent(@Nullable Long expected, long current) {
        if (expected != null && expected != current) {
            throw stale(expected, current).exception();
        }
    }
}
