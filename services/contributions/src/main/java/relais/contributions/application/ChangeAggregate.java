package relais.contributions.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.contributions.domain.Circumstances;
import relais.contributions.domain.Decision;
import relais.contributions.domain.Refusal;

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

    private final AggregateType<S, C, E> type;
    private final Aggregates<S, E> aggregates;
    private final GatherCircumstances gather;

    public ChangeAggregate(
            AggregateType<S, C, E> type, Aggregates<S, E> aggregates, GatherCircumstances gather) {
        this.type = type;
        this.aggregates = aggregates;
        this.gather = gather;
    }

    /**
     * Creates one, once: the same id a second time answers what is there.
     *
     * @return missing, if the id belongs to someone else's
     */
    public Result<S> create(String id, C command, Request request) {
        Optional<Stored<S>> existing = aggregates.find(id);
        if (existing.isPresent()) {
            return repeated(existing.get(), request);
        }
        Circumstances circumstances = gather.of(request, type.needs(null, command), null);
        return switch (decide(null, command, request, circumstances)) {
            case Decision.Refused<E>(List<Refusal> refusals) -> new Result.Refused<>(refusals);
            case Decision.Unchanged<E> _ ->
                    throw new IllegalStateException("A creation creates something");
            case Decision.Accepted<E>(List<E> events) -> {
                Change<S, E> change =
                        Change.of(type, id, null, events, request, circumstances.at());
                if (aggregates.create(change)) {
                    yield new Result.Done<>(change.stored(), false);
                }
                // Ten identical requests at once: nine of them come here.
                yield aggregates
                        .find(id)
                        .map(stored -> repeated(stored, request))
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
        Circumstances circumstances =
                gather.of(request, type.needs(before.state(), command), before.lastEventAt());
        // Who imports an archive knows what is in it: hiding it would only hide the true refusal.
        if (row == null && !type.isVisible(before.state(), circumstances)) {
            return new Result.Missing<>(id);
        }
        if (expectedVersion != null && expectedVersion != before.version()) {
            return new Result.Stale<>(expectedVersion, before.version());
        }
        return switch (decide(before, command, request, circumstances)) {
            case Decision.Refused<E>(List<Refusal> refusals) -> new Result.Refused<>(refusals);
            case Decision.Unchanged<E> _ -> new Result.Done<>(before, true);
            case Decision.Accepted<E>(List<E> events) -> {
                Change<S, E> change =
                        Change.of(type, id, before, events, request, circumstances.at());
                if (row == null && change.after().equals(before.state())) {
                    yield new Result.Done<>(before, true);
                }
                yield aggregates.save(change)
                        ? new Result.Done<>(change.stored(), false)
                        : new Result.Stale<>(before.version(), latestVersion(id, before));
            }
        };
    }

    private Decision<E> decide(
            @Nullable Stored<S> before, C command, Request request, Circumstances circumstances) {
        List<Refusal> early =
                new ArrayList<>(ArchiveRules.refusals(before, request, circumstances));
        Decision<E> decision =
                type.decide(before == null ? null : before.state(), command, circumstances);
        if (early.isEmpty()) {
            return decision;
        }
        if (decision instanceof Decision.Refused<E>(List<Refusal> more)) {
            early.addAll(more);
        }
        return new Decision.Refused<>(early);
    }

    private Result<S> repeated(Stored<S> stored, Request request) {
        if (request.importRow() != null && !stored.importedRows().contains(request.importRow())) {
            return new Result.Refused<>(List.of(Refusal.conflict("ref", "ref-taken")));
        }
        return type.isCreator(stored.state(), request.actor())
                ? new Result.Done<>(stored, true)
                : new Result.Missing<>(stored.id());
    }

    private long latestVersion(String id, Stored<S> before) {
        return aggregates.find(id).map(Stored::version).orElse(before.version() + 1);
    }
}
