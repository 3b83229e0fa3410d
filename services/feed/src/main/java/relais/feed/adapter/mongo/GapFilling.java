package relais.feed.adapter.mongo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;

/**
 * Reads from the log what chains lack, on a thread of its own that lives as long as there is a gap:
 * once in the life of a model that was made before it had chains.
 */
final class GapFilling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GapFilling.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Records of a partition that are read before the chain is written: about 1 MB of them. */
    private static final long AT_ONCE = 10_000;

    /** So few are read while batches wait, or the log would always be a step ahead. */
    private static final long FEW = 1_000;

    private final Log log;
    private final DigestChains chains;
    private final Lock carrying;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    /**
     * @param carrying held while nobody else may carry chains on
     */
    GapFilling(Log log, DigestChains chains, Lock carrying) {
        this.log = log;
        this.chains = chains;
        this.carrying = carrying;
    }

    private record FingerprintedRecord(LogPartition partition, Stretch.Link link) {
        static FingerprintedRecord of(LoggedEvent event) {
            return new FingerprintedRecord(event.place().partition(), new Stretch.Link(event));
        }
    }

    /** Starts if there is something to fill. */
    void start() {
        if (!closed && !chains.gaps(AT_ONCE).isEmpty() && running.compareAndSet(false, true)) {
            thread = Thread.ofVirtual().name("feed-digests").start(this::run);
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread filling = thread;
        if (filling != null) {
            filling.interrupt();
        }
    }

    private void run() {
        try {
            fillAll();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            running.set(false);
        }
        // For a gap that came up meanwhile.
        start();
    }

    private void fillAll() throws InterruptedException {
        LOG.info("Digests lack what the model holds: {}", chains.gaps(Long.MAX_VALUE / 2));
        boolean away = false;
        while (!closed) {
            try {
                if (!fillSome()) {
                    LOG.info("Digests have caught up with the model");
                    return;
                }
                away = false;
            } catch (RuntimeException failure) {
                // The next try may do; one line is enough for as long as it lasts.
                if (!away) {
                    LOG.warn("Digests wait for the log or the store", failure);
                }
                away = true;
                Thread.sleep(PAUSE);
            }
        }
    }

    private boolean fillSome() throws InterruptedException {
        Map<LogPartition, DigestChains.Gap> gaps = chains.gaps(AT_ONCE);
        if (gaps.isEmpty()) {
            return false;
        }
        if (gaps.values().stream().mapToLong(DigestChains.Gap::size).sum() > FEW) {
            fill(gaps);
            return true;
        }
        carrying.lockInterruptibly();
        try {
            fill(chains.gaps(AT_ONCE));
        } finally {
            carrying.unlock();
        }
        return true;
    }

    private void fill(Map<LogPartition, DigestChains.Gap> gaps) throws InterruptedException {
        Map<LogPartition, Long> from = new HashMap<>();
        Map<LogPartition, Long> to = new HashMap<>();
        Map<LogPartition, List<Stretch.Link>> links = new TreeMap<>();
        gaps.forEach(
                (partition, gap) -> {
                    from.put(partition, gap.from());
                    to.put(partition, gap.to());
                    links.put(partition, new ArrayList<>());
                });
        try (Log.Reading<FingerprintedRecord> reading =
                log.read(Offsets.of(from), Offsets.of(to), FingerprintedRecord::of)) {
            for (FingerprintedRecord found = reading.next();
                    found != null;
                    found = reading.next()) {
                requireNonNull(links.get(found.partition())).add(found.link());
            }
        }
        Map<LogPartition, Stretch> stretches = new TreeMap<>();
        links.forEach(
                (partition, found) -> {
                    DigestChains.Gap gap = requireNonNull(gaps.get(partition));
                    stretches.put(partition, new Stretch(gap.from(), gap.to(), found));
                });
        chains.carryOn(stretches);
    }
}
