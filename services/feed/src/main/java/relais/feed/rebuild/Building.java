package relais.feed.rebuild;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.log.Offsets;

/**
 * The building of one model by one process, which holds its lease: again and again while what fails
 * may pass, until the {@link Folding} of the log has come to its end. What is kept of the progress
 * is which partitions are done.
 */
final class Building {

    private static final Logger LOG = LoggerFactory.getLogger(Building.class);

    /** A failure that passes may come so often without any partition being done meanwhile. */
    private static final int MOST_FAILURES = 20;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final BuildContext with;
    private final Model model;
    private final String owner;
    private final Folding folding;
    private volatile boolean leaving;

    Building(BuildContext with, Model model, String owner) {
        this.with = with;
        this.model = model;
        this.owner = owner;
        this.folding = new Folding(with.log(), with.folds(), with.threads(), model, () -> leaving);
    }

    /** Ends the work soon, without an end of the building. */
    void leave() {
        leaving = true;
    }

    Work work() {
        return folding.work();
    }

    /** Returns when the model is built, or nobody is to go on with it here. */
    void run() {
        Thread beats = Thread.ofVirtual().name("feed-rebuild-lease").start(this::beat);
        try {
            build();
        } catch (RebuildAbandoned left) {
            LOG.info("The building of model {} is left", model.number());
        } finally {
            leaving = true;
            beats.interrupt();
            release();
        }
    }

    private void release() {
        try {
            with.models().release(model.number(), owner);
        } catch (RuntimeException away) {
            LOG.debug("the lease of model {} will expire", model.number(), away);
        }
    }

    private void build() {
        int failures = 0;
        Duration pause = FIRST_PAUSE;
        while (true) {
            long doneLanes = folding.lanesDone();
            try {
                attempt();
                return;
            } catch (RebuildAbandoned left) {
                throw left;
            } catch (RuntimeException failure) {
                failures = folding.lanesDone() > doneLanes ? 1 : failures + 1;
                if (!with.passes().test(failure) || failures > MOST_FAILURES) {
                    fail(failure);
                    return;
                }
                LOG.warn(
                        "The building of model {} pauses for {}: {}",
                        model.number(),
                        pause,
                        failure.toString());
                sleep(pause);
                pause =
                        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                                ? pause.multipliedBy(2)
                                : LONGEST_PAUSE;
            }
        }
    }

    private void fail(RuntimeException failure) {
        LOG.error("Model {} cannot be built", model.number(), failure);
        with.models()
                .finish(
                        model.number(),
                        owner,
                        Stage.BUILDING,
                        Stage.FAILED,
                        with.clock().instant(),
                        failure.toString());
    }

    private void attempt() {
        plan();
        folding.run();
        check();
        Model built = finished();
        with.modelStorage().complete(built);
        with.modelStorage().foldedUpTo(built, built.work().digests());
        Offsets end = built.work().end();
        if (model.order().asOf() == null) {
            with.groups().begin(model.number(), end);
        }
        check();
        if (!with.models()
                .finish(
                        model.number(),
                        owner,
                        Stage.BUILDING,
                        Stage.BUILT,
                        with.clock().instant(),
                        null)) {
            throw new RebuildAbandoned();
        }
        LOG.info(
                "Model {} is built of {} events, {} a second",
                model.number(),
                built.work().events(),
                Math.round(built.work().eventsPerSecond()));
        serveOrCompare();
    }

    /** With what is known now, written down before its end is announced. */
    private Model finished() {
        Work work = work();
        if (with.models().beat(model.number(), owner, work).isEmpty()) {
            throw new RebuildAbandoned();
        }
        return new Model(
                model.number(), model.stage(), model.order(), work, null, null, null, null, null);
    }

    /** The first of all models serves at once; any other one waits for an operator. */
    private void serveOrCompare() {
        if (with.models().pointer().isEmpty() && model.order().asOf() == null) {
            with.models().pointTo(model.number());
            return;
        }
        try {
            with.rebuilds().compareByPrint(model.number());
        } catch (RuntimeException failure) {
            // It can be asked for again, and there is no activation without it.
            LOG.warn("Model {} was not compared with the one that serves", model.number(), failure);
        }
    }

    private void plan() {
        boolean again = folding.plan();
        // The plan is kept before anything is built on it.
        if (with.models().beat(model.number(), owner, work()).isEmpty()) {
            throw new RebuildAbandoned();
        }
        if (again) {
            with.modelStorage().removeUnfinished(model, work().digests().keySet());
        }
    }

    private void check() {
        if (leaving) {
            throw new RebuildAbandoned();
        }
    }

    /** Keeps the lease and the progress, and looks whether the building is still wanted. */
    private void beat() {
        Duration pause = with.lease().dividedBy(10);
        long heardAt = System.nanoTime();
        while (!leaving) {
            try {
                if (folding.isPlanned()) {
                    Optional<Stage> stage = with.models().beat(model.number(), owner, work());
                    heardAt = System.nanoTime();
                    leaving = leaving || stage.filter(Stage.BUILDING::equals).isEmpty();
                }
            } catch (RuntimeException away) {
                LOG.debug("no beat of model {}", model.number(), away);
            }
            if (System.nanoTime() - heardAt > with.lease().toNanos() * 2 / 3) {
                // Another may take over soon.
                leaving = true;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    private void sleep(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            if (leaving) {
                throw new RebuildAbandoned();
            }
            try {
                Thread.sleep(Duration.ofMillis(50));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new RebuildAbandoned();
            }
        }
    }
}
