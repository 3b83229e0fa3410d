package relais.history.adapter.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.history.catchup.CaughtUpLedger;
import relais.history.figure.Comparison;
import relais.history.figure.Geography;
import relais.history.figure.Kind;
import relais.history.figure.Ledger;
import relais.history.figure.Scope;
import relais.history.figure.WorkingDays;
import relais.log.Log;
import relais.log.Positions;
import relais.territories.Territories;
import relais.territories.TerritoryId;
import relais.web.Problem;
import relais.web.Violation;

/** Turns what a query says into a question about figures, or refuses what cannot be meant. */
public final class FigureQuestions {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final List<String> AXES =
            List.of("USES", "GOVERNANCE", "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY");
    private static final List<String> LEVELS = List.of("ECOLE", "COLLEGE", "LYCEE", "OTHER");
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,80}");
    private static final Pattern WORKING_DAY = Pattern.compile("wd-[a-z0-9-]{1,77}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final Log log;
    private final CaughtUpLedger ledger;
    private final Geography geography;
    private final Territories territories;
    private final Clock clock;

    public FigureQuestions(
            Log log,
            CaughtUpLedger ledger,
            Geography geography,
            Territories territories,
            Clock clock) {
        this.log = log;
        this.ledger = ledger;
        this.geography = geography;
        this.territories = territories;
        this.clock = clock;
    }

    /** A question about two instants of the log as it stood at a place. */
    record Compared(Scope scope, Comparison.Moment from, Comparison.Moment to, Positions place) {

        Comparison comparison(Geography geography) {
            return new Comparison(geography, scope, from, to);
        }

        /** All that the figures depend on beside the log. */
        SortedMap<String, Object> said() {
            SortedMap<String, Object> said = ProofView.said(scope);
            said.put("from", from.at().toString());
            said.put("to", to.at().toString());
            return said;
        }
    }

    Geography geography() {
        return geography;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    <T> CaughtUpLedger.Answer<T> answer(Positions place, Function<Ledger.View, T> question)
            throws InterruptedException {
        return ledger.upTo(place, question);
    }

    /**
     * @param byKindOnly whether nothing but each kind is asked for: then all are
     * @throws relais.web.ProblemException 400 naming each parameter that cannot be accepted
     */
    Compared read(CompareQuestion moments, FigureScope counted, boolean byKindOnly)
            throws InterruptedException {
        List<Violation> violations = new ArrayList<>();
        Scope scope = scope(counted, violations);
        if (!counted.saysKind() && !byKindOnly) {
            scope = scope.of(Kind.EXPERIENCE);
        }
        Positions place = place(counted.upTo(), violations);
        Instant now = now();
        if (moments.from() == null) {
            violations.add(new Violation("from", "required"));
        }
        // Working days are looked up in the log: only where it can be read.
        refuse(violations);
        Instant from = moment("from", moments.from(), place, now, violations);
        Instant to =
                moments.to() == null ? now : moment("to", moments.to(), place, now, violations);
        refuse(violations);
        if (from.isAfter(to)) {
            violations.add(new Violation("to", "not-before-start"));
        }
        existing(counted.territory(), List.of(day(from), day(to)), violations);
        refuse(violations);
        return new Compared(
                scope,
                new Comparison.Moment(from, day(from)),
                new Comparison.Moment(to, day(to)),
                place);
    }

    Scope scope(FigureScope raw, List<Violation> violations) {
        String territory = raw.territory();
        if (territory != null && TerritoryId.read(territory).flatMap(territories::find).isEmpty()) {
            violations.add(new Violation("territory", "territory"));
        }
        if (raw.partner() != null && !ID.matcher(raw.partner()).matches()) {
            violations.add(new Violation("partner", "identifier"));
        }
        return new Scope(
                territory,
                symbol("kind", raw.oneKind(), Kind.values(), Kind::name, violations),
                oneOf("axis", raw.axis(), AXES, violations),
                oneOf("level", raw.level(), LEVELS, violations),
                raw.partner());
    }

    Positions place(@Nullable String upTo, List<Violation> violations) {
        return LogPlaces.upTo(upTo, log.extent(), violations);
    }

    /** One of an enum's values by its code; null if it is not said, or none of them. */
    static <E> @Nullable E symbol(
            String name,
            @Nullable String raw,
            E[] values,
            Function<E, String> code,
            List<Violation> violations) {
        if (raw == null) {
            return null;
        }
        for (E value : values) {
            if (code.apply(value).equals(raw)) {
                return value;
            }
        }
        violations.add(
                new Violation(
                        name,
                        "one-of",
                        Arrays.stream(values).map(code).collect(Collectors.joining(", "))));
        return null;
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(PARIS).toLocalDate();
    }

    static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
    }

    /** Any instant if there is a violation. */
    private Instant moment(
            String name,
            @Nullable String raw,
            Positions place,
            Instant now,
            List<Violation> violations)
            throws InterruptedException {
        String said = raw;
        if (raw != null && WORKING_DAY.matcher(raw).matches()) {
            WorkingDays.Meeting meeting =
                    ledger.upTo(place, view -> WorkingDays.find(view, raw)).value();
            if (meeting == null || meeting.cancelled()) {
                violations.add(
                        new Violation(
                                name,
                                meeting == null ? "working-day" : "working-day-cancelled",
                                raw));
                return now;
            }
            said = meeting.date().toString();
        }
        Instants instants = new Instants(now);
        Instant start = instants.start(name, said, violations);
        Instant end = instants.end(name, said, new ArrayList<>());
        if (start == null || end == null || said == null) {
            return now;
        }
        if (start.isAfter(now)) {
            violations.add(new Violation(name, "log-time-to-come"));
        }
        Instant last = DAY.matcher(said).matches() ? end.minusMillis(1) : end;
        return last.isAfter(now) ? now : last;
    }

    private void existing(
            @Nullable String territory, List<LocalDate> days, List<Violation> violations) {
        if (territory != null && days.stream().noneMatch(day -> geography.exists(territory, day))) {
            violations.add(
                    new Violation(
                            "territory", "territory-not-then", days.getFirst(), days.getLast()));
        }
    }

    private static @Nullable String oneOf(
            String name, @Nullable String raw, List<String> values, List<Violation> violations) {
        if (raw != null && !values.contains(raw)) {
            violations.add(new Violation(name, "one-of", String.join(", ", values)));
        }
        return raw;
    }
}
