package relais.history.adapter.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.history.catchup.CaughtUpEventColumns;
import relais.history.figure.Comparison;
import relais.history.figure.EventColumns;
import relais.history.figure.Geography;
import relais.history.figure.Kind;
import relais.history.figure.Scope;
import relais.history.figure.WorkingDays;
import relais.history.proof.Proven;
import relais.log.Log;
import relais.log.Offsets;
import relais.log.OffsetsToken;
import relais.territories.Territories;
import relais.web.CanonicalJson;
import tools.jackson.databind.json.JsonMapper;

/** Turns what a query says into a question about figures, or refuses what cannot be meant. */
@Component
final class FigureQuestions {

    private static final List<String> LEVELS = List.of("ECOLE", "COLLEGE", "LYCEE", "OTHER");
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,80}");
    private static final Pattern WORKING_DAY = Pattern.compile("wd-[a-z0-9-]{1,77}");

    private final Log log;
    private final CaughtUpEventColumns columns;
    private final Geography geography;
    private final Territories territories;
    private final JsonMapper json;
    private final Clock clock;

    FigureQuestions(
            Log log,
            CaughtUpEventColumns columns,
            Geography geography,
            Territories territories,
            JsonMapper json,
            Clock clock) {
        this.log = log;
        this.columns = columns;
        this.geography = geography;
        this.territories = territories;
        this.json = json;
        this.clock = clock;
    }

    /** A question about two instants of the log as it stood at a place. */
    record Compared(Comparison comparison, Offsets place) {

        /** All that the figures depend on beside the log. */
        SortedMap<String, Object> said() {
            SortedMap<String, Object> said = comparison.scope().said();
            said.put("from", comparison.from().at().toString());
            said.put("to", comparison.to().at().toString());
            return said;
        }
    }

    Geography geography() {
        return geography;
    }

    Parameters parameters() {
        return new Parameters(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    <T> CaughtUpEventColumns.Answer<T> answer(
            Offsets place, Function<EventColumns.View, T> question) throws InterruptedException {
        return columns.upTo(place, question);
    }

    /**
     * The proof of an answer.
     *
     * @param question all that the figures depend on beside the log
     * @param figures the answer without its proof
     */
    FigureProof proof(
            Offsets place, Proven proven, SortedMap<String, Object> question, Object figures) {
        String digest = proven.proof().digest();
        return new FigureProof(
                OffsetsToken.of(place),
                proven.records(),
                proven.events(),
                proven.repeats(),
                digest,
                question,
                CanonicalJson.digest(
                        Map.of(
                                "digest",
                                digest,
                                "question",
                                question,
                                "figures",
                                json.valueToTree(figures))));
    }

    /**
     * @param byKindOnly whether nothing but each kind is asked for: then all are
     * @throws relais.web.ProblemException 400 naming each parameter that cannot be accepted
     */
    Compared read(CompareQuestion moments, FigureScope counted, boolean byKindOnly)
            throws InterruptedException {
        Parameters parameters = parameters();
        Scope scope = scope(counted, parameters);
        if (!counted.saysKind() && !byKindOnly) {
            scope = scope.of(Kind.EXPERIENCE);
        }
        Offsets place = parameters.upTo(counted.upTo(), log.extent());
        parameters.require("from", moments.from());
        // Working days are looked up in the log: only where it can be read.
        parameters.check();
        Comparison.Moment from = moment("from", moments.from(), place, parameters);
        Comparison.Moment to = moment("to", moments.to(), place, parameters);
        parameters.check();
        if (from.at().isAfter(to.at())) {
            parameters.refuse("to", "not-before-start");
        }
        String territory = counted.territory();
        if (territory != null
                && !geography.exists(territory, from.day())
                && !geography.exists(territory, to.day())) {
            parameters.refuse("territory", "territory-not-then", from.day(), to.day());
        }
        parameters.check();
        return new Compared(new Comparison(geography, scope, from, to), place);
    }

    Scope scope(FigureScope raw, Parameters parameters) {
        return new Scope(
                parameters.territory(raw.territory(), territories),
                parameters.oneOf("kind", raw.oneKind(), Kind.values(), Kind::name),
                parameters.oneOf("axis", raw.axis(), Parameters.AXES),
                parameters.oneOf("level", raw.level(), LEVELS),
                parameters.identifier("partner", raw.partner(), ID));
    }

    Offsets place(@Nullable String upTo, Parameters parameters) {
        return parameters.upTo(upTo, log.extent());
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(Parameters.PARIS).toLocalDate();
    }

    private Comparison.Moment moment(
            String name, @Nullable String raw, Offsets place, Parameters parameters)
            throws InterruptedException {
        Instant at = instant(name, raw, place, parameters);
        return new Comparison.Moment(at, day(at));
    }

    /** Now if nothing is said, or nothing that can be meant. */
    private Instant instant(String name, @Nullable String raw, Offsets place, Parameters parameters)
            throws InterruptedException {
        String said = raw;
        if (raw != null && WORKING_DAY.matcher(raw).matches()) {
            WorkingDays.Meeting meeting =
                    columns.upTo(place, view -> WorkingDays.find(view, raw)).value();
            if (meeting == null || meeting.cancelled()) {
                parameters.refuse(
                        name, meeting == null ? "working-day" : "working-day-cancelled", raw);
                return parameters.now();
            }
            said = meeting.date().toString();
        }
        Instant start = parameters.begun(name, said);
        Instant end = parameters.end(name, said);
        if (start == null || end == null || said == null) {
            return parameters.now();
        }
        Instant last = Parameters.DAY.matcher(said).matches() ? end.minusMillis(1) : end;
        return last.isAfter(parameters.now()) ? parameters.now() : last;
    }
}
