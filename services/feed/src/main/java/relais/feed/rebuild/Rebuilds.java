package relais.feed.rebuild;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.feed.rebuild.Outcome.Reason;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.Offsets;

/**
 * What operators can ask for. A rebuild bears the number of the model that it makes. Most of it is
 * only written down here: the {@link ModelKeeper} of some process sees to it.
 */
public final class Rebuilds {

    /** So many models have room at once, the serving one included. */
    static final int MOST_MODELS = 4;

    private final Models models;
    private final ModelStorage modelStorage;
    private final Groups groups;
    private final Log log;
    private final CurrentModel current;
    private final Switchover switchover;
    private final Clock clock;

    public Rebuilds(
            Models models,
            ModelStorage modelStorage,
            Groups groups,
            Log log,
            CurrentModel current,
            LongSupplier nanos,
            Clock clock,
            Supplier<UUID> tokens) {
        this.models = models;
        this.modelStorage = modelStorage;
        this.groups = groups;
        this.log = log;
        this.current = current;
        this.clock = clock;
        this.switchover = new Switchover(models, groups, log, current, nanos, tokens);
    }

    /**
     * What an order would do.
     *
     * @param now what serves at present; null if nothing does
     */
    public record Plan(int number, Work work, ModelStorage.@Nullable Size now) {}

    /** Writes nothing. */
    public Plan plan() {
        Log.Extent extent = log.extent();
        return new Plan(
                nextNumber(models.all()),
                Work.between(extent.start(), extent.end()),
                current.look().map(pointer -> modelStorage.size(pointer.serving())).orElse(null));
    }

    public Outcome order(Model.Order order) {
        List<Model> all = models.all();
        Optional<Model> other =
                all.stream().filter(model -> model.stage().isOfABuilding()).findFirst();
        if (other.isPresent()) {
            return Outcome.refused(Reason.REBUILD_UNDER_WAY, other.get().number());
        }
        if (all.stream().filter(model -> model.stage().takesPlace()).count() >= MOST_MODELS) {
            return Outcome.refused(Reason.TOO_MANY_MODELS, MOST_MODELS);
        }
        Model ordered = Model.ordered(nextNumber(all), order);
        return models.add(ordered)
                ? new Outcome.Done(ordered)
                // Another order took the number in this moment.
                : Outcome.refused(Reason.REBUILD_UNDER_WAY, ordered.number());
    }

    static int nextNumber(List<Model> all) {
        return 1 + all.stream().mapToInt(Model::number).max().orElse(0);
    }

    /** The newest first. */
    public List<Model> list() {
        return models.all();
    }

    public Optional<Model> find(int number) {
        return models.find(number);
    }

    public Optional<Pointer> pointer() {
        return current.look();
    }

    public ModelStorage.Size size(int number) {
        return modelStorage.size(number);
    }

    /** How many events of the log the model's group has not projected yet. */
    public long behind(int number) {
        return groups.committed(number).until(log.extent().end());
    }

    public Outcome pause(int number) {
        return move(number, Stage.PAUSED, Stage.BUILDING);
    }

    /** Goes on with one that was paused or that failed. */
    public Outcome resume(int number) {
        return move(number, Stage.BUILDING, Stage.PAUSED, Stage.FAILED);
    }

    /** Ends a building and removes what it made. */
    public Outcome cancel(int number) {
        return move(number, Stage.CANCELLING, Stage.BUILDING, Stage.PAUSED, Stage.FAILED);
    }

    /** Removes a model that does not serve. */
    public Outcome drop(int number) {
        Optional<Pointer> pointer = current.look();
        if (pointer.filter(now -> now.serving() == number || isTarget(now, number)).isPresent()) {
            return Outcome.refused(Reason.MODEL_SERVES, number);
        }
        return move(number, Stage.DROPPING, Stage.BUILT);
    }

    private static boolean isTarget(Pointer pointer, int number) {
        Pointer.Switching switching = pointer.switching();
        return switching != null && switching.to() == number;
    }

    private Outcome move(int number, Stage to, Stage... from) {
        for (Stage before : from) {
            if (models.move(number, before, to)) {
                break;
            }
        }
        Optional<Model> now = models.find(number);
        if (now.isEmpty()) {
            return new Outcome.Unknown();
        }
        // Asking twice is asking once.
        return now.get().stage() == to ? new Outcome.Done(now.get()) : wrongStage(now.get());
    }

    private static Outcome wrongStage(Model model) {
        return Outcome.refused(Reason.WRONG_STAGE, model.number(), model.stage());
    }

    /**
     * Compares a model with the one that serves, as far as both have been brought; takes as long as
     * reading both takes.
     */
    public Outcome compare(int number) {
        return compare(number, modelStorage::compare);
    }

    /** The same by what each document was given when it was written, which takes little. */
    Outcome compareByPrint(int number) {
        return compare(number, modelStorage::compareByPrint);
    }

    private interface Comparison {
        Parity of(Model model, int serving, Offsets upTo);
    }

    private Outcome compare(int number, Comparison comparison) {
        Optional<Model> found = models.find(number);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Model model = found.get();
        Optional<Pointer> pointer = current.look();
        if (model.stage() != Stage.BUILT || pointer.isEmpty()) {
            return wrongStage(model);
        }
        int serving = pointer.get().serving();
        if (serving == number) {
            return Outcome.refused(Reason.MODEL_SERVES, number);
        }
        Offsets upTo =
                least(
                        groups.committed(serving),
                        model.isFollowed() ? groups.committed(number) : model.work().end());
        models.compared(number, comparison.of(model, serving, upTo));
        return models.find(number).<Outcome>map(Outcome.Done::new).orElseGet(Outcome.Unknown::new);
    }

    private static Offsets least(Offsets one, Offsets other) {
        var least = new TreeMap<LogPartition, Long>();
        one.next()
                .forEach(
                        (partition, next) ->
                                least.put(partition, Math.min(next, other.in(partition))));
        return new Offsets(least);
    }

    /**
     * Has a model serve.
     *
     * @param by the operator's mandate
     * @param reason why even though it holds something else; null if that is not to be
     */
    public Outcome activate(int number, String by, @Nullable String reason) {
        Optional<Model> found = models.find(number);
        Optional<Pointer> pointer = current.look();
        if (found.isEmpty() || pointer.isEmpty()) {
            return new Outcome.Unknown();
        }
        Model model = found.get();
        Instant asOf = model.order().asOf();
        if (asOf != null) {
            return Outcome.refused(Reason.MODEL_OF_THE_PAST, number, asOf);
        }
        if (model.stage() != Stage.BUILT) {
            return wrongStage(model);
        }
        if (pointer.get().serving() == number) {
            return new Outcome.Done(model);
        }
        Parity parity = model.parity();
        if (reason == null && (parity == null || parity.against() != pointer.get().serving())) {
            return Outcome.refused(Reason.PARITY_MISSING, number, pointer.get().serving());
        }
        if (reason == null && parity != null && !parity.isEqual()) {
            return Outcome.refused(Reason.PARITY_DIFFERS, number, parity.differences().size());
        }
        return switchTo(model, pointer.get(), by, reason);
    }

    /** Has the model serve again that did before this one. */
    public Outcome rollBack(int number, String by) {
        Optional<Pointer> pointer = current.look();
        if (pointer.isEmpty() || models.find(number).isEmpty()) {
            return new Outcome.Unknown();
        }
        Optional<Model> previous = models.find(pointer.get().previous()).filter(Model::isFollowed);
        if (pointer.get().serving() != number || previous.isEmpty()) {
            return Outcome.refused(Reason.NOTHING_TO_RETURN_TO, number);
        }
        return switchTo(previous.get(), pointer.get(), by, null);
    }

    private Outcome switchTo(Model to, Pointer from, String by, @Nullable String reason) {
        Optional<Outcome.Refused> refused =
                switchover.to(to.number(), from, new Model.Activation(clock.instant(), by, reason));
        return refused.isPresent()
                ? refused.get()
                : new Outcome.Done(models.find(to.number()).orElse(to));
    }
}
