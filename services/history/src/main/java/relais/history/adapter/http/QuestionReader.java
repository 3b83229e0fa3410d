package relais.history.adapter.http;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.history.timeline.EventFilter;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.Place;
import relais.log.Positions;
import relais.territories.Territories;
import relais.territories.TerritoryId;
import relais.web.Problem;
import relais.web.Violation;

/**
 * Turns what the query says into a filter and a stretch of the log, or refuses what cannot be
 * meant.
 */
public final class QuestionReader {

    private static final Set<String> AXES =
            Set.of("USES", "GOVERNANCE", "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._]{0,120}");
    private static final Pattern ID = Pattern.compile("[a-z0-9:-]{1,80}");
    private static final int MOST_VALUES = 50;

    private final Log log;
    private final Territories territories;
    private final Set<String> types;
    private final Clock clock;

    /**
     * @param types the event types of this build, by full name
     */
    public QuestionReader(Log log, Territories territories, Set<String> types, Clock clock) {
        this.log = log;
        this.territories = territories;
        this.types = Set.copyOf(types);
        this.clock = clock;
    }

    /**
     * A question, understood.
     *
     * @param after what has been told already; null for all
     * @param most how many events at most
     */
    record Understood(
            EventFilter filter, @Nullable Place after, Positions from, Positions to, long most) {}

    /**
     * @throws relais.web.ProblemException 400 naming each parameter that cannot be accepted
     */
    Understood read(EventQuestion question) {
        return read(question, new ArrayList<>());
    }

    /**
     * @param violations found already, to be told with those of the question
     */
    Understood read(EventQuestion question, List<Violation> violations) {
        EventFilter filter = filter(question, violations);
        long most = most(question.limit(), violations);
        Log.Extent extent = log.extent();
        Positions to = LogPlaces.upTo(question.upTo(), extent, violations);
        Place after = after(question.after(), violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        return new Understood(filter, after, from(filter, after, extent), to, most);
    }

    /** Nothing that is wanted lies before it: the log knows where a time begins. */
    private Positions from(EventFilter filter, @Nullable Place after, Log.Extent extent) {
        Instant since = filter.loggedFrom();
        if (after != null && (since == null || since.isBefore(after.appendedAt()))) {
            since = after.appendedAt();
        }
        return since == null ? extent.start() : log.at(since);
    }

    private EventFilter filter(EventQuestion question, List<Violation> violations) {
        Instants instants = new Instants(clock.instant());
        Instant from = instants.start("from", question.from(), violations);
        Instant to = instants.end("to", question.to(), violations);
        Instant loggedFrom = instants.start("loggedFrom", question.loggedFrom(), violations);
        Instant loggedTo = instants.end("loggedTo", question.loggedTo(), violations);
        inOrder("to", from, to, violations);
        inOrder("loggedTo", loggedFrom, loggedTo, violations);
        return new EventFilter(
                territory(question.territory(), violations),
                one("partner", question.partner(), violations),
                types(question.type(), violations),
                ids(question.aggregate(), violations),
                axes(question.axis(), violations),
                from,
                to,
                loggedFrom,
                loggedTo);
    }

    private @Nullable String territory(@Nullable String raw, List<Violation> violations) {
        if (raw != null && TerritoryId.read(raw).flatMap(territories::find).isEmpty()) {
            violations.add(new Violation("territory", "territory"));
        }
        return raw;
    }

    private Set<String> types(@Nullable List<String> raw, List<Violation> violations) {
        Set<String> wanted = several("type", raw, NAME, violations);
        for (String type : wanted) {
            if (types.stream().noneMatch(known -> named(known, type))) {
                violations.add(new Violation("type", "event-type", type));
            }
        }
        return wanted;
    }

    private static boolean named(String known, String wanted) {
        return known.equals(wanted) || known.substring(known.lastIndexOf('.') + 1).equals(wanted);
    }

    private static Set<String> ids(@Nullable List<String> raw, List<Violation> violations) {
        return several("aggregate", raw, ID, violations);
    }

    private static Set<String> axes(@Nullable List<String> raw, List<Violation> violations) {
        Set<String> wanted = several("axis", raw, NAME, violations);
        if (!AXES.containsAll(wanted)) {
            violations.add(new Violation("axis", "one-of", String.join(", ", new TreeSet<>(AXES))));
        }
        return wanted;
    }

    private static Set<String> several(
            String name, @Nullable List<String> raw, Pattern form, List<Violation> violations) {
        if (raw == null) {
            return Set.of();
        }
        if (raw.size() > MOST_VALUES) {
            violations.add(new Violation(name, "too-many", MOST_VALUES));
            return Set.of();
        }
        if (!raw.stream().allMatch(value -> form.matcher(value).matches())) {
            violations.add(new Violation(name, "identifier"));
            return Set.of();
        }
        return Set.copyOf(raw);
    }

    private static @Nullable String one(
            String name, @Nullable String raw, List<Violation> violations) {
        if (raw != null && !ID.matcher(raw).matches()) {
            violations.add(new Violation(name, "identifier"));
        }
        return raw;
    }

    private static void inOrder(
            String name, @Nullable Instant from, @Nullable Instant to, List<Violation> violations) {
        if (from != null && to != null && !from.isBefore(to)) {
            violations.add(new Violation(name, "not-after-start"));
        }
    }

    private static long most(@Nullable Long raw, List<Violation> violations) {
        if (raw != null && raw < 1) {
            violations.add(new Violation("limit", "between", 1, Integer.MAX_VALUE));
        }
        return raw == null ? Long.MAX_VALUE : raw;
    }

    private @Nullable Place after(@Nullable String raw, List<Violation> violations) {
        if (raw == null) {
            return null;
        }
        Place place =
                Place.Address.parse(raw).flatMap(log::find).map(LoggedEvent::place).orElse(null);
        if (place == null) {
            violations.add(new Violation("after", "log-record"));
        }
        return place;
    }
}
