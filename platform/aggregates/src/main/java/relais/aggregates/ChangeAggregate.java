package relais.aggregates;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Actor;

/**
 * Takes a command to one aggregate: reads it, lets it decide, and writes state and events together.
 *
 * @param <S> the aggregate's state
 * @param <C> its commands
 * @param <E> its events
 */
public final class ChangeAggregate<S, C, E> {

    /** Who names no version tries again when someone was faster. */
    private static final int ATTEMPTS_WITHOUT_VERSION = 8;

    private final Rules<S, C, E, ?> rules;
    private final Aggregates<S, E> aggregates;
    private final Clock clock;

    /**
     * @param contexts gathers what the type's decisions depend on
     */
    public <X extends DecisionContext> ChangeAggregate(
            AggregateType<S, C, E, X> type,
            Aggregates<S, E> aggregates,
            DecisionContexts<S, C, X> contexts,
            Clock clock) {
        this.rules = new Rules<>(type, contexts);
        this.aggregates = aggregates;
        this.clock = clock;
    }

    /** The type with what its decisions depend on. */
    private record Rules<S, C, E, X extends DecisionContext>(
            AggregateType<S, C, E, X> type, DecisionContexts<S, C, X> contexts) {

        Judgement<S, C, E, X> judge(
                @Nullable S before, C command, Actor actor, Instant at, Instant now) {
            return new Judgement<>(
                    type, before, command, contexts.of(before, command, actor, at, now));
        }

        List<Refusal> duplicate(S existing, C creation, Actor actor, Instant at, Instant now) {
            return type.duplicate(
                    existing, creation, () -> contexts.of(null, creation, actor, at, now));
        }
    }

    private record Judgement<S, C, E, X extends DecisionContext>(
            AggregateType<S, C, E, X> type, @Nullable S before, C command, X context) {

        boolean isVisible() {
            return before == null || type.isVisible(before, context);
        }

        List<Refusal> denials() {
            return type.denials(before, command, context);
        }

        Decision<E> decision() {
            return type.decide(before, command, context);
        }
    }

    public Optional<Stored<S>> find(String id) {
        return aggregates.find(id);
    }

    /**
     * Creates one, once: the same id a second time answers what is there.
     *
     * @return missing, if the id belongs to someone else's
     */
    public Result<S> create(String id, C command, Request request) {
        Optional<Stored<S>> existing = aggregates.find(id);
        if (existing.isPresent()) {
            return repeated(existing.get(), command, request);
        }
        return createNew(id, command, request);
    }

    /**
     * The same of one whose id was made for this request, so that it is not looked for.
     *
     * @return as {@link #create} if there is one all the same
     */
    public Result<S> createNew(String id, C command, Request request) {
        Instant now = now(null);
        Instant at = at(request, null, now);
        Judgement<S, C, E, ?> judged = rules.judge(null, command, request.actor(), at, now);
        List<Refusal> denials = judged.denials();
        if (!denials.isEmpty()) {
            return new Result.Refused<>(denials);
        }
        return switch (decide(null, request, now, judged)) {
            case Decision.Refused<E>(List<Refusal> refusals) -> new Result.Refused<>(refusals);
            case Decision.Unchanged<E> _ ->
                    throw new IllegalStateException("A creation creates something");
            case Decision.Accepted<E>(List<E> events) -> {
                Change<S, E> change = Change.of(rules.type(), id, null, events, request, at);
                List<Refusal> refusals = aggregates.refusals(change);
                if (!refusals.isEmpty()) {
                    yield new Result.Refused<>(refusals);
                }
                if (aggregates.create(change)) {
                    yield new Result.Done<>(change.stored(), false);
                }
                // Ten identical requests at once: nine of them come here.
                yield aggregates
                        .find(id)
                        .map(stored -> repeated(stored, command, request))
                        .orElseGet(() -> new Result.Missing<>(id));
            }
        };
    }

    /**
     * @param expectedVersion what the caller read; null for any
     */
    public Result<S> change(String id, @Nullable Long expectedVersion, C command, Request request) {
        return expectedVersion == null
                ? changeLatest(id, command, request)
                : attempt(id, expectedVersion, command, request);
    }

    /** Changes whatever version is there: for archives, and for the service's own answers. */
    public Result<S> changeLatest(String id, C command, Request request) {
        Result<S> result = attempt(id, null, command, request);
        for (int i = 1; i < ATTEMPTS_WITHOUT_VERSION && result instanceof Result.Stale; i++) {
            result = attempt(id, null, command, request);
        }
        return result;
    }

    private Result<S> attempt(
            String id, @Nullable Long expectedVersion, C command, Request request) {
        Optional<Stored<S>> found = aggregates.find(id);
        if (found.isEmpty()) {
            return new Result.Missing<>(id);
        }
        Stored<S> before = found.get();
        String row = request.importRow();
        if (row != null && before.importedRows().contains(row)) {
            return new Result.Done<>(before, true);
        }
        Instant now = now(before.lastEventAt());
        Instant at = at(request, before.lastEventAt(), now);
        Judgement<S, C, E, ?> judged =
                rules.judge(before.state(), command, request.actor(), at, now);
        // Who imports an archive knows what is in it: hiding it would only hide the true refusal.
        if (row == null && !judged.isVisible()) {
            return new Result.Missing<>(id);
        }
        List<Refusal> denials = judged.denials();
        if (!denials.isEmpty()) {
            return new Result.Refused<>(denials);
        }
        if (expectedVersion != null && expectedVersion != before.version()) {
            return new Result.Stale<>(expectedVersion, before.version());
        }
        return switch (decide(before, request, now, judged)) {
            case Decision.Refused<E>(List<Refusal> refusals) -> new Result.Refused<>(refusals);
            case Decision.Unchanged<E> _ -> new Result.Done<>(before, true);
            case Decision.Accepted<E>(List<E> events) -> {
                Change<S, E> change = Change.of(rules.type(), id, before, events, request, at);
                if (row == null
                        && rules.type().isUnchanged(before.state(), command, change.after())) {
                    yield new Result.Done<>(before, true);
                }
                List<Refusal> refusals = aggregates.refusals(change);
                if (!refusals.isEmpty()) {
                    yield new Result.Refused<>(refusals);
                }
                yield aggregates.save(change)
                        ? new Result.Done<>(change.stored(), false)
                        : new Result.Stale<>(before.version(), latestVersion(id, before));
            }
        };
    }

    private Decision<E> decide(
            @Nullable Stored<S> before,
            Request request,
            Instant now,
            Judgement<S, C, E, ?> judged) {
        List<Refusal> early = new ArrayList<>(rules.type().timeRefusals(before, request, now));
        Decision<E> decision = judged.decision();
        if (early.isEmpty()) {
            return decision;
        }
        if (decision instanceof Decision.Refused<E>(List<Refusal> more)) {
            early.addAll(more);
        }
        return new Decision.Refused<>(early);
    }

    /** Two machines' clocks differ a little; the order of events must not show it. */
    private Instant now(@Nullable Instant lastEventAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return lastEventAt != null && now.isBefore(lastEventAt) ? lastEventAt : now;
    }

    private static Instant at(Request request, @Nullable Instant lastEventAt, Instant now) {
        Instant at = request.occurredAt() == null ? now : request.occurredAt();
        // The answer to an event of an archive: at its time, or when the aggregate had got to.
        if (request.cause() != null && lastEventAt != null && at.isBefore(lastEventAt)) {
            at = lastEventAt;
        }
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private Result<S> repeated(Stored<S> stored, C creation, Request request) {
        if (request.importRow() != null && !stored.importedRows().contains(request.importRow())) {
            return new Result.Refused<>(List.of(Refusal.conflict("ref", "ref-taken")));
        }
        Instant now = now(null);
        List<Refusal> refusals =
                rules.duplicate(
                        stored.state(), creation, request.actor(), at(request, null, now), now);
        if (!refusals.isEmpty()) {
            return new Result.Refused<>(refusals);
        }
        return rules.type().isCreator(stored.state(), request.actor())
                ? new Result.Done<>(stored, true)
                : new Result.Missing<>(stored.id());
    }

    private long latestVersion(String id, Stored<S> before) {
        return aggregates.find(id).map(Stored::version).orElse(before.version() + 1);
    }
}
