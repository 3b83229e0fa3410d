package relais.recovery;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.consumer.LostEvents;
import relais.log.LogUnavailable;
import relais.log.Offsets;
import relais.recovery.RecoveryStatus.State;

/**
 * The recovery of a service's store. Its state lies in the store; every instance looks at it once a
 * second, and while it is open none decides anything and none takes in anything.
 */
public final class Recovery {
    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    /** How often an instance looks whether another one began or ended a recovery. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Long enough for all instances to have looked, and for what they had begun to end. */
    private static final Duration ALL_HAVE_LOOKED = LOOK.multipliedBy(2);

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);
    private static final Duration PRESUMED_DEAD = Duration.ofSeconds(10);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    /** Why nothing is decided at present. */
    public enum Closed {
        /** The store lacks what the log has. */
        NEEDED,
        /** It is being filled. */
        UNDER_WAY,
        /** The store is empty, and the log could not be asked yet whether it is, too. */
        UNVERIFIED
    }

    private final RecoverableService service;
    private final RecoveryStore store;
    private final KafkaLogs logs;
    private final Clock clock;
    private final String command;

    private volatile @Nullable Closed closed;
    private volatile @Nullable Thread watching;
    private volatile @Nullable Thread running;

    /** Touches no network before {@link #start}. */
    public Recovery(
            RecoverableService service, MongoDatabase database, KafkaLogs logs, Clock clock) {
        this.service = service;
        this.store = new RecoveryStore(database);
        this.logs = logs;
        this.clock = clock;
        this.command = "./relais recover " + service.name();
    }

    /** What came of asking for a recovery. */
    public enum Asked {
        STARTED,
        /** Another one is under way. */
        UNDER_WAY
    }

    /**
     * Looks at the store before anything is taken in or decided, and from then on. Needs MongoDB;
     * Kafka only where the store is empty.
     */
    public void start() {
        refresh();
        watching = Thread.ofVirtual().name("recovery-watch").start(this::watch);
    }

    /** A recovery under way ends early and can be gone on with. */
    public void stop() {
        for (Thread thread : new @Nullable Thread[] {watching, running}) {
            if (thread != null) {
                thread.interrupt();
                try {
                    thread.join(STOPPING);
                } catch (InterruptedException hurried) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Why nothing may be decided at present; costs nothing. */
    public Optional<Closed> closed() {
        return Optional.ofNullable(closed);
    }

    /** The command that an operator gives. */
    public String command() {
        return command;
    }

    /** Reaches MongoDB. One whose instance died is shown as failed. */
    public RecoveryStatus status() {
        return living(store.read().status());
    }

    /**
     * Begins a recovery, or goes on with one that ended early.
     *
     * @param operator the mandate of who asks
     * @throws LogUnavailable if Kafka is away: nothing was begun
     */
    public synchronized Asked begin(String operator) {
        logs.of(service.topic()).extent();
        RecoveryStore.Entry read = store.read();
        Instant now = clock.instant();
        if (living(read.status()).state() == State.RUNNING) {
            return Asked.UNDER_WAY;
        }
        String token = UUID.randomUUID().toString();
        RecoveryStatus status = RecoveryStatus.begun(operator, now);
        if (!store.replace(read, token, status)) {
            return Asked.UNDER_WAY;
        }
        closed = Closed.UNDER_WAY;
        holdOrLetGo();
        running =
                Thread.ofPlatform()
                        .daemon()
                        .name("recovery")
                        .start(() -> run(new RecoveryStore.Entry(token, status), operator));
        return Asked.STARTED;
    }

    private void run(RecoveryStore.Entry mine, String operator) {
        log.info("recovering {} from {}", service.name(), service.topic());
        RecoveryRun run = new RecoveryRun(service, logs, operator);
        Thread alive = Thread.ofVirtual().name("recovery-life").start(() -> live(mine, run));
        try {
            Thread.sleep(ALL_HAVE_LOOKED);
            run.run();
            end(alive, mine, State.DONE, null, run);
            log.info("recovered {}: {}", service.name(), run.report());
        } catch (InterruptedException stopping) {
            end(alive, mine, State.FAILED, "the service was stopped", run);
        } catch (RuntimeException failure) {
            log.error("the recovery of {} ended early", service.name(), failure);
            end(alive, mine, State.FAILED, failure.toString(), run);
        }
    }

    private void live(RecoveryStore.Entry mine, RecoveryRun run) {
        try {
            while (true) {
                Thread.sleep(SIGN_OF_LIFE);
                save(mine, State.RUNNING, null, run);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(
            Thread alive,
            RecoveryStore.Entry mine,
            State state,
            @Nullable String because,
            RecoveryRun run) {
        alive.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            alive.join(STOPPING);
            save(mine, state, because, run);
            refresh();
        } catch (InterruptedException hurried) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void save(
            RecoveryStore.Entry mine, State state, @Nullable String because, RecoveryRun run) {
        RecoveryStatus status = mine.status().seen(state, because, clock.instant(), run.report());
        try {
            if (!store.replace(mine, mine.token(), status)) {
                log.warn("the recovery of {} was taken over", service.name());
            }
        } catch (MongoException away) {
            log.warn("the recovery of {} cannot say how far it is", service.name(), away);
        }
    }

    private RecoveryStatus living(RecoveryStatus status) {
        Instant seen = status.seenAt();
        boolean dead =
                status.state() == State.RUNNING
                        && seen != null
                        && seen.plus(PRESUMED_DEAD).isBefore(clock.instant());
        return dead ? status.abandoned() : status;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                try {
                    refresh();
                } catch (MongoException away) {
                    log.debug("the state of the recovery cannot be read", away);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void refresh() {
        closed = look();
        holdOrLetGo();
    }

    private void holdOrLetGo() {
        if (closed == null) {
            service.readers().forEach(LostEvents::letGo);
        } else {
            service.readers().forEach(LostEvents::hold);
        }
    }

    private @Nullable Closed look() {
        RecoveryStore.Entry read = store.read();
        return switch (read.status().state()) {
            case NONE -> closed == null && watching != null ? null : verified(read);
            case DONE -> watching != null ? null : verified(read);
            case NEEDED, FAILED -> told(Closed.NEEDED);
            case RUNNING ->
                    living(read.status()).state() == State.RUNNING
                            ? Closed.UNDER_WAY
                            : told(Closed.NEEDED);
        };
    }

    /** An empty store is sound only while nothing was ever read or written. */
    private @Nullable Closed verified(RecoveryStore.Entry read) {
        for (Witness witness : service.witnesses()) {
            if (!witness.isEmpty()) {
                continue;
            }
            try {
                if (hasHeard(witness)) {
                    need(read, witness);
                    return told(Closed.NEEDED);
                }
            } catch (LogUnavailable away) {
                if (closed != Closed.UNVERIFIED) {
                    log.warn(
                            "the store of {} is empty, and the log cannot be asked whether it is, too: nothing is decided until then",
                            service.name(),
                            away);
                }
                return Closed.UNVERIFIED;
            }
        }
        return null;
    }

    private boolean hasHeard(Witness witness) {
        String group = witness.group();
        if (group == null) {
            return Offsets.START.until(logs.of(witness.topic()).extent().end()) > 0;
        }
        return Offsets.START.until(logs.committed(group, witness.topic())) > 0;
    }

    private void need(RecoveryStore.Entry read, Witness witness) {
        RecoveryStatus status =
                RecoveryStatus.unasked(
                        State.NEEDED,
                        "%s is empty, %s is not".formatted(witness.name(), witness.topic()));
        boolean _ = store.replace(read, UUID.randomUUID().toString(), status);
    }

    private Closed told(Closed now) {
        if (closed != now) {
            log.error(
                    "THE STORE OF {} LACKS WHAT THE LOG HAS. Nothing is decided until an operator has run: {}",
                    service.name(),
                    command);
        }
        return now;
    }
}
