package relais.history.adapter.http;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.events.EventSchemas;
import relais.history.timeline.EventFilter;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.log.RecordPosition;
import relais.territories.Territories;

/**
 * Turns what the query says into a filter and a stretch of the log, or refuses what cannot be
 * meant.
 */
@Component
public record QuestionReader(Log log, Territories territories, Clock clock) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._]{0,120}");
    private static final Pattern ID = Pattern.compile("[a-z0-9:-]{1,80}");

    /** The event types of this build, by full name. */
    private static final Set<String> TYPES =
            EventSchemas.byTopic().values().stream()
                    .flatMap(List::stream)
                    .map(schema -> schema.getFullName())
                    .collect(Collectors.toUnmodifiableSet());

    /**
     * A question, understood.
     *
     * @param after what has been told already; null for all
     * @param most how many events at most
     */
    record Understood(
            EventFilter filter,
            @Nullable RecordPosition after,
            Offsets from,
            Offsets to,
            long most) {}

    /**
     * @throws relais.web.ProblemException 400 naming each parameter that cannot be accepted
     */
    Understood read(EventQuestion question) {
        return read(question, new Parameters(clock.instant()));
    }

    /**
     * @param parameters what was refused already is told with what the question says
     */
    Understood read(EventQuestion question, Parameters parameters) {
        EventFilter filter = filter(question, parameters);
        Long most = question.limit();
        if (most != null && most < 1) {
            parameters.refuse("limit", "between", 1, Integer.MAX_VALUE);
        }
        Log.Extent extent = log.extent();
        Offsets to = parameters.upTo(question.upTo(), extent);
        RecordPosition after = after(question.after(), parameters);
        parameters.check();
        return new Understood(
                filter,
                after,
                from(filter, after, extent),
                to,
                most == null ? Long.MAX_VALUE : most);
    }

    /** Nothing that is wanted lies before it: the log knows where a time begins. */
    private Offsets from(EventFilter filter, @Nullable RecordPosition after, Log.Extent extent) {
        Instant since = filter.loggedFrom();
        if (after != null && (since == null || since.isBefore(after.appendedAt()))) {
            since = after.appendedAt();
        }
        return since == null ? extent.start() : log.at(since);
    }

    private EventFilter filter(EventQuestion question, Parameters parameters) {
        Instant from = parameters.start("from", question.from());
        Instant to = parameters.end("to", question.to());
        Instant loggedFrom = parameters.start("loggedFrom", question.loggedFrom());
        Instant loggedTo = parameters.end("loggedTo", question.loggedTo());
        parameters.inOrder("to", from, to);
        parameters.inOrder("loggedTo", loggedFrom, loggedTo);
        return new EventFilter(
                parameters.territory(question.territory(), territories),
                parameters.identifier("partner", question.partner(), ID),
                types(question.type(), parameters),
                parameters.several("aggregate", question.aggregate(), ID),
                axes(question.axis(), parameters),
                from,
                to,
                loggedFrom,
                loggedTo);
    }

    private static Set<String> types(@Nullable List<String> raw, Parameters parameters) {
        Set<String> wanted = parameters.several("type", raw, NAME);
        for (String type : wanted) {
            if (TYPES.stream().noneMatch(known -> isNamed(known, type))) {
                parameters.refuse("type", "event-type", type);
            }
        }
        return wanted;
    }

    private static boolean isNamed(String known, String wanted) {
        return known.equals(wanted) || known.substring(known.lastIndexOf('.') + 1).equals(wanted);
    }

    private static Set<String> axes(@Nullable List<String> raw, Parameters parameters) {
        Set<String> wanted = parameters.several("axis", raw, NAME);
        wanted.forEach(axis -> parameters.oneOf("axis", axis, new TreeSet<>(Parameters.AXES)));
        return wanted;
    }

    private @Nullable RecordPosition after(@Nullable String raw, Parameters parameters) {
        if (raw == null) {
            return null;
        }
        RecordPosition place =
                RecordPosition.Address.parse(raw)
                        .flatMap(log::find)
                        .map(LoggedEvent::place)
                        .orElse(null);
        if (place == null) {
            parameters.refuse("after", "log-record");
        }
        return place;
    }
}
