package relais.feed.rebuild;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what is written down about the models is so: that those that are built are
 * followed by this process, that one serves, and that whoever is to be built, cancelled or dropped
 * is. Each process has one; a lease decides which of them does the work.
 */
public final class ModelKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ModelKeeper.class);
    private static final int BATCH = 1_000;

    private final BuildContext with;
    private final Models models;
    private final Followers followers;
    private final CurrentModel current;
    private final LongSupplier nanos;
    private final String self;
    private final Map<Integer, Sighting> sightings = new HashMap<>();
    private final Map<String, Long> switches = new HashMap<>();
    private final Map<Integer, Job> jobs = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param self names this process among all that ever were
     */
    public ModelKeeper(
            BuildContext with,
            Followers followers,
            CurrentModel current,
            LongSupplier nanos,
            String self) {
        this.with = with;
        this.models = with.models();
        this.followers = followers;
        this.current = current;
        this.nanos = nanos;
        this.self = self;
    }

    /** A lease as it was first seen with these beats. */
    private record Sighting(Model.Lease lease, long since) {}

    /**
     * @param building null for work that has no progress
     */
    private record Job(Thread thread, @Nullable Building building) {}

    /** How far a building in this process is; empty if there is none. */
    public Optional<Work> inHand() {
        return jobs.values().stream()
                .map(Job::building)
                .flatMap(building -> Optional.ofNullable(building).stream())
                .findFirst()
                .map(Building::work);
    }

    /**
     * One look around, to be repeated a few times a second. Not by two threads at once.
     *
     * @throws RuntimeException if the store or the log is away: the next look may do
     */
    public void look() {
        Optional<Pointer> pointer = current.look();
        List<Model> all = models.standing();
        if (pointer.isEmpty()) {
            followers.follow(Set.of());
            find(all);
        } else {
            adopt(pointer.get(), all);
            endDeadSwitch(pointer.get());
            var followed = new HashSet<Integer>();
            all.stream().filter(Model::isFollowed).forEach(model -> followed.add(model.number()));
            followers.follow(followed);
        }
        for (Model model : all) {
            if (model.stage().isWork()) {
                work(model);
            } else {
                sightings.remove(model.number());
            }
        }
    }

    /**
     * No model serves: the platform is new, or the read model was lost. Groups that have read tell
     * the one from the other: their events would not come again.
     */
    private void find(List<Model> all) {
        Optional<Model> built = all.stream().filter(Model::isFollowed).findFirst();
        if (built.isPresent()) {
            models.pointTo(built.get().number());
            return;
        }
        boolean hope =
                all.stream()
                        .anyMatch(
                                model ->
                                        model.stage().isOfABuilding()
                                                && model.order().asOf() == null);
        if (!hope) {
            var order = new Model.Order(Model.Order.ITSELF, with.clock().instant(), null, BATCH);
            int number = Rebuilds.nextNumber(models.all());
            if (!with.groups().haveRead()) {
                models.add(Model.live(number, order));
                models.pointTo(number);
                return;
            }
            LOG.warn("The read model is gone: model {} is built from the log", number);
            models.add(Model.ordered(number, order));
        }
        current.settle();
    }

    /** A model from before there were several is written down. */
    private void adopt(Pointer pointer, List<Model> all) {
        if (all.stream().noneMatch(model -> model.number() == pointer.serving())) {
            models.add(
                    Model.live(
                            pointer.serving(),
                            new Model.Order(
                                    Model.Order.ITSELF, with.clock().instant(), null, BATCH)));
        }
    }

    private void endDeadSwitch(Pointer pointer) {
        Pointer.Switching switching = pointer.switching();
        if (switching == null) {
            switches.clear();
            return;
        }
        long since = switches.computeIfAbsent(switching.token(), _ -> nanos.getAsLong());
        if (nanos.getAsLong() - since > CurrentModel.LONGEST_SWITCH.toNanos()) {
            LOG.warn("A switch to model {} was left half-way; all stays as it was", switching.to());
            models.abandonSwitch(switching.token());
        }
    }

    private void work(Model model) {
        if (closed || jobs.containsKey(model.number())) {
            return;
        }
        Model.Lease seen = model.lease();
        if (seen != null) {
            Sighting before = sightings.get(model.number());
            if (before == null || !before.lease().equals(seen)) {
                sightings.put(model.number(), new Sighting(seen, nanos.getAsLong()));
                return;
            }
            if (nanos.getAsLong() - before.since() < with.lease().toNanos()) {
                return;
            }
        }
        if (models.take(model.number(), seen, self)) {
            sightings.remove(model.number());
            // What another did until it lost the lease.
            models.find(model.number()).ifPresent(this::start);
        }
    }

    private void start(Model model) {
        var building = model.stage() == Stage.BUILDING ? new Building(with, model, self) : null;
        Thread thread =
                Thread.ofVirtual()
                        .name("feed-model-" + model.number())
                        .unstarted(() -> run(model, building));
        jobs.put(model.number(), new Job(thread, building));
        thread.start();
    }

    private void run(Model model, @Nullable Building building) {
        try {
            switch (model.stage()) {
                case BUILDING -> {
                    if (building != null) {
                        building.run();
                    }
                }
                case CANCELLING -> {
                    with.modelStorage().remove(model.number());
                    end(model, Stage.CANCELLED);
                }
                case DROPPING -> drop(model);
                default -> models.release(model.number(), self);
            }
        } catch (RuntimeException failure) {
            // The lease is kept: it runs out in a while, and that is time enough for another try.
            LOG.warn("What is to be done with model {} is tried again", model.number(), failure);
        } finally {
            jobs.remove(model.number());
        }
    }

    /** Its readers leave first: what is gone must not be written to again. */
    private void drop(Model model) {
        if (!with.groups().disband(model.number())) {
            models.release(model.number(), self);
            return;
        }
        with.modelStorage().remove(model.number());
        end(model, Stage.DROPPED);
    }

    private void end(Model model, Stage to) {
        models.finish(model.number(), self, model.stage(), to, with.clock().instant(), null);
    }

    /** Leaves what it is doing to another process, or to the next start. */
    public void close() {
        closed = true;
        jobs.values()
                .forEach(
                        job -> {
                            if (job.building() != null) {
                                job.building().leave();
                            }
                        });
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        try {
            for (Job job : jobs.values()) {
                job.thread().join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins anew after {@link #close}. */
    public void open() {
        closed = false;
    }
}
