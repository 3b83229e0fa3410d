package relais.feed.rebuild;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Models that many keepers of one test share. */
final class InMemoryModels implements Models {

    private final Map<Integer, Model> models = new TreeMap<>();
    private @Nullable Pointer pointer;

    @Override
    public synchronized Optional<Pointer> pointer() {
        return Optional.ofNullable(pointer);
    }

    @Override
    public synchronized List<Model> all() {
        return new ArrayList<>(models.values()).reversed();
    }

    @Override
    public List<Model> standing() {
        return all().stream().filter(model -> model.stage().takesPlace()).toList();
    }

    @Override
    public synchronized Optional<Model> find(int number) {
        return Optional.ofNullable(models.get(number));
    }

    @Override
    public synchronized boolean add(Model model) {
        return models.putIfAbsent(model.number(), model) == null;
    }

    @Override
    public synchronized void pointTo(int number) {
        if (pointer == null) {
            pointer = new Pointer(number, 0, null);
        }
    }

    @Override
    public boolean move(int number, Stage from, Stage to) {
        return change(
                number,
                model -> model.stage() == from,
                model -> with(model, to, model.work(), model.lease(), null));
    }

    @Override
    public boolean take(int number, Model.@Nullable Lease seen, String owner) {
        return change(
                number,
                model -> Objects.equals(model.lease(), seen),
                model ->
                        with(
                                model,
                                model.stage(),
                                model.work(),
                                new Model.Lease(owner, 0),
                                model.failure()));
    }

    @Override
    public Optional<Stage> beat(int number, String owner, Work work) {
        boolean mine =
                change(
                        number,
                        owns(owner),
                        model ->
                                with(
                                        model,
                                        model.stage(),
                                        work,
                                        new Model.Lease(owner, beats(model) + 1),
                                        model.failure()));
        return mine ? find(number).map(Model::stage) : Optional.empty();
    }

    @Override
    public boolean finish(
            int number, String owner, Stage from, Stage to, Instant at, @Nullable String failure) {
        return change(
                number,
                model -> model.stage() == from && owns(owner).test(model),
                model ->
                        new Model(
                                number,
                                to,
                                model.order(),
                                model.work(),
                                to == Stage.BUILT ? at : model.builtAt(),
                                null,
                                model.parity(),
                                model.activation(),
                                failure));
    }

    @Override
    public void release(int number, String owner) {
        change(
                number,
                owns(owner),
                model -> with(model, model.stage(), model.work(), null, model.failure()));
    }

    @Override
    public void compared(int number, Parity parity) {
        change(
                number,
                model -> true,
                model ->
                        new Model(
                                number,
                                model.stage(),
                                model.order(),
                                model.work(),
                                model.builtAt(),
                                model.lease(),
                                parity,
                                model.activation(),
                                model.failure()));
    }

    @Override
    public synchronized boolean beginSwitch(int from, Pointer.Switching switching) {
        Pointer now = pointer;
        if (now == null || now.serving() != from || now.switching() != null) {
            return false;
        }
        pointer = new Pointer(from, now.previous(), switching);
        return true;
    }

    @Override
    public synchronized boolean completeSwitch(
            int from, Pointer.Switching switching, Model.Activation activation) {
        Pointer now = pointer;
        if (now == null || !switching.equals(now.switching())) {
            return false;
        }
        change(
                switching.to(),
                model -> true,
                model ->
                        new Model(
                                model.number(),
                                model.stage(),
                                model.order(),
                                model.work(),
                                model.builtAt(),
                                model.lease(),
                                model.parity(),
                                activation,
                                model.failure()));
        pointer = new Pointer(switching.to(), from, null);
        return true;
    }

    @Override
    public synchronized void abandonSwitch(String token) {
        Pointer now = pointer;
        if (now != null && now.switching() != null && now.switching().token().equals(token)) {
            pointer = new Pointer(now.serving(), now.previous(), null);
        }
    }

    /** As after the database was dropped. */
    synchronized void lose() {
        models.clear();
        pointer = null;
    }

    private synchronized boolean change(
            int number, Predicate<Model> still, UnaryOperator<Model> change) {
        Model model = models.get(number);
        if (model == null || !still.test(model)) {
            return false;
        }
        models.put(number, change.apply(model));
        return true;
    }

    private static Predicate<Model> owns(String owner) {
        return model -> model.lease() != null && model.lease().owner().equals(owner);
    }

    private static long beats(Model model) {
        return model.lease() == null ? 0 : model.lease().beats();
    }

    private static Model with(
            Model model,
            Stage stage,
            Work work,
            Model.@Nullable Lease lease,
            @Nullable String failure) {
        return new Model(
                model.number(),
                stage,
                model.order(),
                work,
                model.builtAt(),
                lease,
                model.parity(),
                model.activation(),
                failure);
    }
}
