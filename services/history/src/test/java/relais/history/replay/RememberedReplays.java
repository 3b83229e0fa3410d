package relais.history.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** As the store in MongoDB has it, one change at a time. */
final class RememberedReplays implements Replays {
    final Map<String, Entry> replays = new ConcurrentHashMap<>();

    State state(String id) {
        return find(id).orElseThrow().course().state();
    }

    long attempt(String id) {
        return find(id).orElseThrow().course().attempt();
    }

    @Override
    public Kept add(Replay replay, int most, Instant heldUntil) {
        return replays.putIfAbsent(replay.id(), new Entry(replay, heldUntil)) == null
                ? Kept.KEPT
                : Kept.THERE;
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
                                && replay.course().wanted() == Wanted.RUN
                                && State.UNFINISHED.contains(replay.course().state()));
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
                                    && replay.state() == State.READY
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
    public Optional<Replay> report(Report report, Instant heldUntil) {
        return change(
                report.id(), report.attempt(), entry -> entry.told(report).heldUntil(heldUntil));
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

        Entry with(Course course) {
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
                            course),
                    heldUntil);
        }

        Entry heldUntil(Instant until) {
            return new Entry(replay, until);
        }

        Entry claimed(Instant until) {
            Course now = replay.course();
            return with(course(now.state(), now.wanted(), now.attempt() + 1)).heldUntil(until);
        }

        Entry wanted(Wanted wanted) {
            return with(course(replay.course().state(), wanted, replay.course().attempt()));
        }

        Entry told(Report report) {
            return with(
                    new Course(
                            report.state(),
                            replay.course().wanted(),
                            report.attempt(),
                            report.progress(),
                            report.eventsPerSecond(),
                            report.startedAt(),
                            report.finishedAt(),
                            report.trouble(),
                            report.product(),
                            0));
        }

        private Course course(State state, Wanted wanted, long attempt) {
            return new Course(
                    state,
                    wanted,
                    attempt,
                    replay.course().progress(),
                    0,
                    null,
                    null,
                    null,
                    replay.course().product(),
                    0);
        }
    }
}
