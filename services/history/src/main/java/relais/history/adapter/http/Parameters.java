package relais.history.adapter.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.log.Log;
import relais.log.Offsets;
import relais.log.OffsetsToken;
import relais.territories.Territories;
import relais.territories.TerritoryId;
import relais.web.Problem;
import relais.web.Violation;

/**
 * The parameters of one question while they are read. What cannot be accepted is gathered, so that
 * all of it is refused at once; until then anything may stand in its place. Times are an instant, a
 * day as France has it, or {@code now}.
 */
final class Parameters {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    static final List<String> AXES =
            List.of("USES", "GOVERNANCE", "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY");

    private static final int MOST_VALUES = 50;
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final Instant now;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * @param now one instant for the whole question: nothing that it names lies after it by a
     *     moment
     */
    Parameters(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    /** Says once what is wrong with a parameter. */
    void refuse(String name, String code, Object... args) {
        Violation violation = new Violation(name, code, args);
        if (!violations.contains(violation)) {
            violations.add(violation);
        }
    }

    boolean areRefused() {
        return !violations.isEmpty();
    }

    /**
     * @throws relais.web.ProblemException 400 naming each parameter that was refused
     */
    void check() {
        if (areRefused()) {
            throw Problem.invalid(violations).exception();
        }
    }

    void require(String name, @Nullable Object value) {
        if (value == null) {
            refuse(name, "required");
        }
    }

    /** The instant, or the day's beginning. Null if there is none, or none that can be meant. */
    @Nullable Instant start(String name, @Nullable String raw) {
        return raw == null ? null : instant(name, raw, 0);
    }

    /** The instant, or the day's end. Null if there is none, or none that can be meant. */
    @Nullable Instant end(String name, @Nullable String raw) {
        return raw == null ? null : instant(name, raw, 1);
    }

    /** A {@link #start} that lies ahead cannot be meant: the log knows nothing of it. */
    @Nullable Instant begun(String name, @Nullable String raw) {
        Instant start = start(name, raw);
        if (start != null && start.isAfter(now)) {
            refuse(name, "log-time-to-come");
        }
        return start;
    }

    private @Nullable Instant instant(String name, String raw, int daysLater) {
        if (raw.equals("now")) {
            return now;
        }
        try {
            Instant instant =
                    DAY.matcher(raw).matches()
                            ? LocalDate.parse(raw)
                                    .plusDays(daysLater)
                                    .atStartOfDay(PARIS)
                                    .toInstant()
                            : Instant.parse(raw);
            if (!instant.isBefore(FIRST)) {
                // Nothing is dated so late: the last year of the calendar is one instant.
                return instant.isAfter(LAST) ? LAST : instant;
            }
        } catch (DateTimeParseException notDate) {
            // The same answer as for a year that cannot be meant.
        }
        refuse(name, "day-or-instant");
        return null;
    }

    void inOrder(String name, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            refuse(name, "not-after-start");
        }
    }

    /** The place that a word of {@link OffsetsToken} names; the log's end if there is none. */
    Offsets upTo(@Nullable String raw, Log.Extent extent) {
        if (raw == null) {
            return extent.end();
        }
        Optional<Offsets> wanted = OffsetsToken.parse(raw);
        if (wanted.isEmpty()
                || !extent.end().next().keySet().containsAll(wanted.get().next().keySet())) {
            refuse("upTo", "log-place");
            return extent.end();
        }
        if (extent.end().until(wanted.get()) > 0) {
            refuse("upTo", "log-place-to-come");
        }
        return wanted.get();
    }

    @Nullable String territory(@Nullable String raw, Territories territories) {
        if (raw != null && TerritoryId.read(raw).flatMap(territories::find).isEmpty()) {
            refuse("territory", "territory");
        }
        return raw;
    }

    @Nullable String identifier(String name, @Nullable String raw, Pattern form) {
        if (raw != null && !form.matcher(raw).matches()) {
            refuse(name, "identifier");
        }
        return raw;
    }

    Set<String> several(String name, @Nullable List<String> raw, Pattern form) {
        if (raw == null) {
            return Set.of();
        }
        if (raw.size() > MOST_VALUES) {
            refuse(name, "too-many", MOST_VALUES);
            return Set.of();
        }
        if (!raw.stream().allMatch(value -> form.matcher(value).matches())) {
            refuse(name, "identifier");
            return Set.of();
        }
        return Set.copyOf(raw);
    }

    @Nullable String oneOf(String name, @Nullable String raw, Collection<String> values) {
        if (raw != null && !values.contains(raw)) {
            refuse(name, "one-of", String.join(", ", values));
        }
        return raw;
    }

    /** One of an enum's values by its code; null if it is not said, or none of them. */
    <E> @Nullable E oneOf(String name, @Nullable String raw, E[] values, Function<E, String> code) {
        for (E value : values) {
            if (code.apply(value).equals(raw)) {
                return value;
            }
        }
        oneOf(name, raw, Arrays.stream(values).map(code).collect(Collectors.toList()));
        return null;
    }
}
