package relais.notices.follow;

import io.swagger.v3.oas.annotations.media.Schema;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the feed that can be followed; all that are given have to hold.
 *
 * @param q words, all of which begin a word of the card's title, line or tags; accents and capitals
 *     do not matter
 */
public record SavedSearch(
        @Schema(example = "region:27") @Nullable String territory,
        @Nullable String axis,
        @Schema(example = "COLLEGE") @Nullable String level,
        @Schema(example = "EXPERIENCE") @Nullable String kind,
        @Nullable String partner,
        @Nullable String tag,
        @Nullable String q) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public boolean isEmpty() {
        return Stream.of(territory, axis, level, kind, partner, tag, q).allMatch(Objects::isNull);
    }

    /** Whether it takes the card's own words, which an activity does not hold, to decide. */
    public boolean needsWords() {
        return tag != null || q != null;
    }

    /** The criterion that fewest events meet: what events are looked up by. */
    public String probe() {
        if (partner != null) {
            return "partner:" + partner;
        }
        if (tag != null) {
            return "tag:" + folded(tag);
        }
        if (territory != null) {
            return "territory:" + territory;
        }
        if (level != null) {
            return "level:" + level;
        }
        if (axis != null) {
            return "axis:" + axis;
        }
        return kind != null ? "kind:" + kind : "any";
    }

    public boolean matches(PublicEvent event) {
        return (territory == null || event.territories().contains(territory))
                && (axis == null || event.axes().contains(axis))
                && (level == null || event.levels().contains(level))
                && (kind == null || kind.equals(event.kind()))
                && (partner == null || event.partners().contains(partner))
                && (tag == null
                        || event.tags().stream()
                                .map(SavedSearch::folded)
                                .anyMatch(folded(tag)::equals))
                && (q == null || saysAll(event.words()));
    }

    private boolean saysAll(List<String> texts) {
        List<String> said = texts.stream().flatMap(SavedSearch::words).toList();
        return words(Objects.requireNonNullElse(q, ""))
                .allMatch(word -> said.stream().anyMatch(each -> each.startsWith(word)));
    }

    private static Stream<String> words(String text) {
        return Stream.of(NO_WORD.split(folded(text))).filter(word -> !word.isEmpty());
    }

    /** Without accents and capitals. */
    public static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** Each filter with its value, in a fixed order. */
    public String text() {
        return String.join(
                "&",
                Stream.of(
                                given("territory", territory),
                                given("axis", axis),
                                given("level", level),
                                given("kind", kind),
                                given("partner", partner),
                                given("tag", tag),
                                given("q", q))
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    private static @Nullable String given(String name, @Nullable String value) {
        return value == null ? null : name + "=" + value;
    }
}
