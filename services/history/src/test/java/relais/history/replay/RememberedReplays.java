package relais.history.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** As the store in MongoDB has it, one change at a time. */
final class RememberedReplays implements Replays {
    final Map<String, Entry> replays = new ConcurrentHashMap<>();

    /** How often somebody wanted to say something of a replay that he had lost. */
    final AtomicInteger refused = new AtomicInteger();

    ReplayState state(String id) {
        return find(id).orElseThrow().course().state();
    }

    long attempt(String id) {
        return find(id).orElseThrow().course().attempt();
    }

    @Override
    public AddResult add(Replay replay, int most, Instant heldUntil) {
        return replays.putIfAbsent(replay.id(), new Entry(replay, heldUntil)) == null
                ? AddResult.KEPT
                : AddResult.THERE;
    }

    @Override
    public Optional<Replay> find(String id) {
        return Optional.ofNullable(replays.get(id)).map(Entry::replay);
    }

    @Override
    public List<Replay> list(@Nullable String account, @Nullable Position before, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Replay> of(String account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Replay> waiting(Instant now, int most) {
        return unheld(
                now,
                replay ->
                        !replay.isOver(now)
                                && replay.wanted() == Wanted.RUN
                                && ReplayState.UNFINISHED.contains(replay.course().state()));
    }

    @Override
    public List<Replay> over(Instant now, int most) {
        return unheld(now, replay -> replay.isOver(now));
    }

    private List<Replay> unheld(Instant now, Predicate<Replay> wanted) {
        return replays.values().stream()
                .filter(entry -> !entry.heldUntil().isAfter(now))
                .map(Entry::replay)
                .filter(wanted)
                .toList();
    }

    @Override
    public List<Replay> readyBefore(long withdrawals, Instant now, int most) {
        return unheld(
                        now,
                        replay -> {
                            Product product = replay.course().product();
                            return !replay.whole()
                                    && replay.state() == ReplayState.READY
                                    && product != null
                                    && product.withdrawals() < withdrawals;
                        })
                .stream()
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Replay> claim(Replay replay, Instant heldUntil) {
        return change(replay.id(), replay.course().attempt(), entry -> entry.claimed(heldUntil));
    }

    @Override
    public Optional<Replay> report(String id, Course course, Instant heldUntil) {
        return change(
                id,
                course.attempt(),
                entry -> entry.with(entry.replay().wanted(), course).heldUntil(heldUntil));
    }

    @Override
    public void release(String id, long attempt) {
        change(id, attempt, entry -> entry.heldUntil(Instant.EPOCH));
    }

    private Optional<Replay> change(String id, long attempt, UnaryOperator<Entry> change) {
        AtomicReference<@Nullable Replay> changed = new AtomicReference<>();
        replays.computeIfPresent(
                id,
                (_, entry) -> {
                    if (entry.replay().course().attempt() != attempt) {
                        refused.incrementAndGet();
                        return entry;
                    }
                    Entry now = change.apply(entry);
                    changed.set(now.replay());
                    return now;
                });
        return Optional.ofNullable(changed.get());
    }

    @Override
    public void remove(String id, long attempt) {
        replays.computeIfPresent(
                id, (_, entry) -> entry.replay().course().attempt() == attempt ? null : entry);
    }

    @Override
    public void want(String id, Wanted wanted) {
        replays.computeIfPresent(id, (_, entry) -> entry.wanted(wanted));
    }

    @Override
    public void again(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void speed(String id, Speed speed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void played(String id, long events) {
        throw new UnsupportedOperationException();
    }

    /**
     * A replay and until when it is held.
     *
     * @param heldUntil by whoever made the latest attempt
     */
    record Entry(Replay replay, Instant heldUntil) {

        Entry with(Wanted wanted, Course course) {
            return new Entry(
                    new Replay(
                            replay.id(),
                            replay.account(),
                            replay.question(),
                            replay.filter(),
                            replay.whole(),
                            replay.from(),
                            replay.to(),
                            replay.target(),
                            replay.askedAt(),
                            replay.expiresAt(),
                            wanted,
                            replay.played(),
                            course),
                    heldUntil);
        }

        Entry heldUntil(Instant until) {
            return new Entry(replay, until);
        }

        Entry claimed(Instant until) {
            Course now = replay.course();
            Course next =
                    new Course(
                            now.state(),
                            now.attempt() + 1,
                            now.progress(),
                            now.eventsPerSecond(),
                            now.startedAt(),
                            now.finishedAt(),
                            now.trouble(),
                            now.product());
            return with(replay.wanted(), next).heldUntil(until);
        }

        Entry wanted(Wanted wanted) {
            return with(wanted, replay.course());
        }
    }
}
