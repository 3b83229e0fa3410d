package relais.feed.adapter.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.events.EventSchemas;
import relais.feed.projection.Kind;
import relais.feed.projection.Status;
import relais.feed.query.Filter;
import relais.feed.query.FrenchTerms;
import relais.feed.query.Moments;
import relais.feed.query.SearchWord;
import relais.feed.query.Vocabulary;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;
import relais.web.Problem;
import relais.web.Violation;

/** Turns what the query says into a filter, or refuses each value that cannot be meant. */
@Component
record FilterReader(Territories territories, Clock clock, Vocabulary vocabulary) {

    /** Any kind, any status. */
    static final String ALL = "ALL";

    /** The statuses of what counts, as the history has it. */
    static final String STANDING = "STANDING";

    static final List<String> AXES =
            List.of("USES", "GOVERNANCE", "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY");
    private static final List<String> LEVELS = List.of("ECOLE", "COLLEGE", "LYCEE", "OTHER");
    private static final int MOST_VALUES = 50;

    private static final Set<String> EVENTS =
            EventSchemas.byTopic().values().stream()
                    .flatMap(List::stream)
                    .map(schema -> schema.getName())
                    .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_QUESTION = 200;
    private static final int MOST_TERMS = 20;
    private static final int LONGEST_TAG = 100;

    /**
     * The filter.
     *
     * @throws relais.web.ProblemException 400 naming each parameter that cannot be accepted
     */
    Filter read(FilterParameters parameters) {
        return read(parameters, CardParameters.NONE);
    }

    /** The same of cards. */
    Filter read(FilterParameters parameters, CardParameters ofCards) {
        var violations = new ArrayList<Violation>();
        var times = new RequestedTimes(clock);
        Instant asOf = times.lastOf("asOf", parameters.asOf(), violations);
        Instant from = times.startOf("from", parameters.from(), violations);
        Instant to = times.endOf("to", parameters.to(), violations);
        if (from != null && to != null && !from.isBefore(to)) {
            violations.add(new Violation("to", "not-after-from"));
        }
        Filter filter =
                new Filter(
                        values("territory", parameters.territory(), violations),
                        kinds(parameters.kind(), violations),
                        among("axis", parameters.axis(), AXES, violations),
                        among("level", parameters.level(), LEVELS, violations),
                        partners("partner", parameters.partner(), violations),
                        partners("adoptedBy", ofCards.adoptedBy(), violations),
                        statuses(parameters.status(), violations),
                        tags(parameters.tag(), violations),
                        words(parameters.q(), violations),
                        from,
                        to,
                        asOf,
                        Set.of(),
                        ofCards.practice(violations));
        Set<String> others = new TreeSet<>();
        filter.territories().stream()
                .sorted()
                .forEach(each -> others.addAll(territory(each, asOf, violations)));
        if (!violations.isEmpty()) {
            Problem problem = Problem.invalid(violations);
            throw (others.isEmpty() ? problem : problem.with("territories", List.copyOf(others)))
                    .exception();
        }
        return filter;
    }

    /**
     * The instant to read as of; a day means its last millisecond in Europe/Paris.
     *
     * @throws relais.web.ProblemException 400 naming {@code asOf}
     */
    @Nullable Instant asOf(@Nullable String raw) {
        return alone(violations -> new RequestedTimes(clock).lastOf("asOf", raw, violations));
    }

    /**
     * Names of events, between commas or one by one; none means any.
     *
     * @throws relais.web.ProblemException 400 naming {@code type}
     */
    Set<String> types(@Nullable List<String> raw) {
        if (raw == null) {
            return Set.of();
        }
        Set<String> types =
                raw.stream()
                        .flatMap(each -> Arrays.stream(each.split(",", -1)))
                        .collect(Collectors.toSet());
        if (types.size() > MOST_VALUES || !EVENTS.containsAll(types)) {
            throw Problem.invalid("type", "event-type").exception();
        }
        return types;
    }

    /**
     * The end of a period: an instant, the end of a day, or {@code now}; null if it is not said.
     *
     * @throws relais.web.ProblemException 400 naming {@code until}
     */
    @Nullable Instant until(@Nullable String raw) {
        return alone(violations -> new RequestedTimes(clock).endOf("until", raw, violations));
    }

    private static @Nullable Instant alone(Function<List<Violation>, @Nullable Instant> read) {
        var violations = new ArrayList<Violation>();
        Instant instant = read.apply(violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        return instant;
    }

    /** Those that stand for it at the time asked for, if it does not exist then. */
    private List<String> territory(String raw, @Nullable Instant asOf, List<Violation> violations) {
        TerritoryId id = TerritoryId.read(raw).orElse(null);
        Territory territory = id == null ? null : territories.find(id).orElse(null);
        if (id == null || territory == null) {
            violations.add(new Violation("territory", "territory"));
            return List.of();
        }
        LocalDate day = Moments.dayOf(asOf == null ? clock.instant() : asOf);
        if (territory.validOn(day)) {
            return List.of();
        }
        List<Territory> others =
                Stream.concat(
                                territories.successors(id).stream(),
                                territories.predecessors(id).stream())
                        .filter(other -> other.validOn(day))
                        .toList();
        String type = others.isEmpty() ? "territory-not-then" : "territory-replaced";
        String names = others.stream().map(Territory::name).collect(Collectors.joining(", "));
        Absence absence = isToCome(territory, day) ? Absence.NOT_YET : Absence.NO_LONGER;
        violations.add(new Violation("territory", type, territory.name(), day, names, absence));
        return others.stream().map(other -> other.id().toString()).toList();
    }

    private static boolean isToCome(Territory territory, LocalDate day) {
        LocalDate from = territory.validFrom();
        return from != null && day.isBefore(from);
    }

    /** How a territory does not exist on a day; said in words. */
    private enum Absence {
        NOT_YET,
        NO_LONGER
    }

    private Set<String> tags(@Nullable List<String> raw, List<Violation> violations) {
        Set<String> wanted = values("tag", raw, violations);
        if (wanted.stream().anyMatch(each -> each.length() > LONGEST_TAG)) {
            violations.add(new Violation("tag", "too-long", LONGEST_TAG));
            return Set.of();
        }
        return wanted.stream()
                .flatMap(each -> vocabulary.tags(each).stream())
                .collect(Collectors.toSet());
    }

    private List<SearchWord> words(@Nullable String q, List<Violation> violations) {
        if (q == null || q.isBlank()) {
            return List.of();
        }
        if (q.length() > LONGEST_QUESTION) {
            violations.add(new Violation("q", "too-long", LONGEST_QUESTION));
            return List.of();
        }
        Set<String> terms = FrenchTerms.of(q);
        if (terms.isEmpty()) {
            violations.add(new Violation("q", "no-word", q.strip()));
        }
        if (terms.size() > MOST_TERMS) {
            violations.add(new Violation("q", "too-many", MOST_TERMS));
            return List.of();
        }
        return vocabulary.words(terms);
    }

    private static Set<String> partners(
            String name, @Nullable List<String> raw, List<Violation> violations) {
        Set<String> wanted = values(name, raw, violations);
        if (!wanted.stream().allMatch(each -> each.matches("[a-z0-9-]{1,80}"))) {
            violations.add(new Violation(name, "partner"));
        }
        return wanted;
    }

    /** Each once. */
    private static Set<String> values(
            String name, @Nullable List<String> raw, List<Violation> violations) {
        if (raw != null && raw.size() > MOST_VALUES) {
            violations.add(new Violation(name, "too-many", MOST_VALUES));
            return Set.of();
        }
        return raw == null ? Set.of() : Set.copyOf(raw);
    }

    static Set<String> among(
            String name,
            @Nullable List<String> raw,
            List<String> known,
            List<Violation> violations) {
        Set<String> wanted = values(name, raw, violations);
        if (!known.containsAll(wanted)) {
            violations.add(new Violation(name, "one-of", String.join(", ", known)));
            return Set.of();
        }
        return wanted;
    }

    private static Set<Kind> kinds(@Nullable List<String> raw, List<Violation> violations) {
        Set<String> wanted = among("kind", raw, names(Kind.values(), ALL), violations);
        return wanted.contains(ALL)
                ? Set.of()
                : wanted.stream().map(Kind::valueOf).collect(Collectors.toSet());
    }

    private static Set<Status> statuses(@Nullable List<String> raw, List<Violation> violations) {
        Set<String> wanted =
                among("status", raw, names(Status.values(), STANDING, ALL), violations);
        return wanted.contains(ALL)
                ? Set.of()
                : wanted.stream()
                        .flatMap(
                                each ->
                                        each.equals(STANDING)
                                                ? Stream.of(Status.values()).filter(Status::stands)
                                                : Stream.of(Status.valueOf(each)))
                        .collect(Collectors.toSet());
    }

    static List<String> names(Enum<?>[] symbols, String... others) {
        return Stream.concat(Stream.of(symbols).map(Enum::name), Stream.of(others)).toList();
    }
}
