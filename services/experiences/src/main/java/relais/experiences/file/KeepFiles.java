package relais.experiences.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.aggregates.Refusal;
import relais.aggregates.partner.PartnerId;
import relais.experiences.experience.FileRemoval;
import relais.experiences.experience.FileUse;
import relais.experiences.file.ObjectStore.StoredObject;

/**
 * Keeps files for cards, and removes them. The bucket says what there is, and the cards say what is
 * wanted: whatever ends in between is put right by {@link #sweep}, any number of which may run at
 * once.
 */
public final class KeepFiles implements FileRemoval {

    /** Of a picture or document as it is sent, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(KeepFiles.class);

    /** How long a file may be on no card: who writes takes their time. */
    private static final Duration UNUSED = Duration.ofDays(1);

    private static final int A_DAY = 200;
    private static final int PAGE = 300;

    /** Decoding takes memory, of which each has at most some 60 MB. */
    private static final int AT_ONCE = 1;

    private static final Duration TURN = Duration.ofSeconds(10);

    private final ObjectStore store;
    private final MongoUploadedFiles uploads;
    private final FilesOnCards cards;
    private final FileMeters meters;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    public KeepFiles(
            S3ObjectStore store,
            MongoUploadedFiles uploads,
            FilesOnCards cards,
            FileMeters meters,
            Clock clock) {
        this.store = new MeasuredObjectStore(store, meters);
        this.uploads = uploads;
        this.cards = cards;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Looks into a file, and keeps it if it is sound.
     *
     * @return empty if too many others are looked into just now
     * @throws ObjectStoreUnavailable if it cannot be kept
     */
    Optional<Inspected> receive(byte[] bytes, FileUse use, PartnerId partner)
            throws InterruptedException {
        try {
            Optional<Inspected> inspected = inspectAndKeep(bytes, use, partner);
            inspected.ifPresentOrElse(found -> meters.received(use, found), () -> meters.busy(use));
            return inspected;
        } catch (ObjectStoreUnavailable away) {
            meters.unavailable(use);
            throw away;
        }
    }

    private Optional<Inspected> inspectAndKeep(byte[] bytes, FileUse use, PartnerId partner)
            throws InterruptedException {
        if (bytes.length == 0) {
            return Optional.of(Inspected.not("file-empty"));
        }
        if (bytes.length > LARGEST) {
            return Optional.of(Inspected.not("file-too-large", LARGEST / (1024 * 1024)));
        }
        Instant now = clock.instant();
        if (uploads.count(partner, now.minus(UNUSED), A_DAY) >= A_DAY) {
            return Optional.of(
                    new Inspected.Unsound(Refusal.conflict("file", "too-many-files", A_DAY)));
        }
        if (!turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        Inspected inspected;
        try {
            inspected =
                    switch (use) {
                        case PICTURE -> PictureInspection.of(bytes);
                        case DOCUMENT -> DocumentInspection.of(bytes);
                    };
        } finally {
            turns.release();
        }
        if (inspected instanceof Inspected.Sound sound) {
            String type = sound.file().type();
            sound.forms()
                    .forEach((size, form) -> store.put(size.key(sound.file().hash()), type, form));
            uploads.put(sound.file(), partner, now);
        }
        return Optional.of(inspected);
    }

    /** The bytes of a file; empty if there are none any more. */
    Optional<StoredObject> open(String hash, FileSize size) {
        return store.get(size.key(hash));
    }

    /** Removes a file whatever shows it: somebody who is in it may want that. */
    void erase(String hash) {
        remove(Set.of(hash), FileMeters.Removal.ERASED);
    }

    @Override
    public void removeUnused(Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return;
        }
        try {
            Set<String> unused = new HashSet<>(hashes);
            unused.removeAll(cards.used(hashes));
            remove(unused, FileMeters.Removal.HIDDEN);
        } catch (RuntimeException later) {
            LOG.warn("Files stay until they are swept: {}", later.toString());
        }
    }

    /**
     * Goes through all that is kept, a page at a time, and removes what was on no card for a day,
     * and what is on hidden ones only.
     *
     * @return how many files it removed
     */
    public int sweep() throws InterruptedException {
        try {
            int removed = sweepAll();
            meters.swept();
            return removed;
        } catch (RuntimeException failure) {
            meters.sweepFailed();
            throw failure;
        }
    }

    private int sweepAll() throws InterruptedException {
        Instant old = clock.instant().minus(UNUSED);
        int removed = 0;
        @Nullable String after = null;
        while (true) {
            List<ObjectStore.Entry> page = store.list(after, PAGE);
            Map<String, Instant> latest = new LinkedHashMap<>();
            for (ObjectStore.Entry entry : page) {
                FileSize.hashOf(entry.key())
                        .ifPresent(
                                hash ->
                                        latest.merge(
                                                hash,
                                                entry.putAt(),
                                                (one, other) -> one.isAfter(other) ? one : other));
            }
            removed += sweep(latest, old);
            if (page.size() < PAGE) {
                return removed;
            }
            after = page.getLast().key();
            // Between two pages others come first.
            Thread.sleep(100);
        }
    }

    private int sweep(Map<String, Instant> latest, Instant old) {
        if (latest.isEmpty()) {
            return 0;
        }
        Set<String> unused = new HashSet<>(latest.keySet());
        unused.removeAll(cards.used(latest.keySet()));
        if (unused.isEmpty()) {
            return 0;
        }
        Set<String> hidden = cards.hidden(unused);
        latest.forEach(
                (hash, putAt) -> {
                    if (!hidden.contains(hash) && !putAt.isBefore(old)) {
                        unused.remove(hash);
                    }
                });
        remove(unused, FileMeters.Removal.SWEPT);
        return unused.size();
    }

    /** What is known of them goes first: a card must not name what has no bytes. */
    private void remove(Set<String> hashes, FileMeters.Removal why) {
        if (!hashes.isEmpty()) {
            uploads.forget(hashes);
            store.delete(hashes.stream().flatMap(FileSize::keys).toList());
            meters.removed(why, hashes.size());
            LOG.info("Removed {} files", hashes.size());
        }
    }
}
