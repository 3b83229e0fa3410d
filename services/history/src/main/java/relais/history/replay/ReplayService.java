package relais.history.replay;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Takes what people want of replays. */
public record ReplayService(
        Replays replays,
        ReplayTargets replayTargets,
        ReplayRunner runner,
        Allowance allowance,
        Clock clock) {

    /** It is cancelled while somebody waits; removing it takes longer if Kafka is away. */
    private static final Duration CANCELLED_WITHIN = Duration.ofSeconds(4);

    /** Long enough to create a topic; who crashes in between leaves it to the next one. */
    private static final Duration PREPARED_WITHIN = Duration.ofSeconds(60);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /** What became of a request for a replay. */
    public sealed interface AskResult {
        record Taken(Replay replay) implements AskResult {}

        /** The same request came before. */
        record Known(Replay replay) implements AskResult {}

        record Refused(Allowance.Refusal why) implements AskResult {}

        record TopicExists(String topic) implements AskResult {}
    }

    /**
     * @throws relais.log.LogUnavailable if a topic cannot be created: nothing is left of the replay
     */
    public AskResult ask(Replay replay) {
        Optional<Replay> known = replays.find(replay.id());
        if (known.isPresent()) {
            return new AskResult.Known(known.get());
        }
        Optional<Allowance.Refusal> refusal = allowance.refuses(replays.of(replay.account()));
        if (refusal.isPresent()) {
            return new AskResult.Refused(refusal.get());
        }
        return switch (replays.add(
                replay, allowance.kept(), clock.instant().plus(PREPARED_WITHIN))) {
            case KEPT -> prepared(replay);
            case THERE -> new AskResult.Known(replays.find(replay.id()).orElse(replay));
            case TOPIC_TAKEN -> new AskResult.TopicExists(topic(replay));
            case NO_ROOM -> new AskResult.Refused(Allowance.Refusal.KEPT);
        };
    }

    private AskResult prepared(Replay replay) {
        boolean free = false;
        try {
            free = replayTargets.prepare(replay);
        } finally {
            if (!free) {
                replays.remove(replay.id(), replay.course().attempt());
            }
        }
        if (!free) {
            return new AskResult.TopicExists(topic(replay));
        }
        replays.release(replay.id(), replay.course().attempt());
        runner.poke();
        return new AskResult.Taken(replay);
    }

    private static String topic(Replay replay) {
        return replay.target() instanceof Target.Topic(String topic) ? topic : replay.id();
    }

    /** False if there is nothing left to pause. */
    public boolean pause(Replay replay) {
        if (!ReplayState.UNFINISHED.contains(replay.state())
                && !(replay.target() instanceof Target.Stream)) {
            return false;
        }
        replays.want(replay.id(), Wanted.PAUSE);
        runner.poke();
        return true;
    }

    /** Also one that failed: it is tried again. */
    public void resume(Replay replay) {
        replays.want(replay.id(), Wanted.RUN);
        if (replay.course().state() == ReplayState.FAILED) {
            replays.again(replay.id());
        }
        runner.poke();
    }

    /** True once nothing is left of it; false if that takes longer, and goes on by itself. */
    public boolean cancel(Replay replay) throws InterruptedException {
        replays.want(replay.id(), Wanted.CANCEL);
        long end = System.nanoTime() + CANCELLED_WITHIN.toNanos();
        while (replays.find(replay.id()).isPresent()) {
            if (System.nanoTime() > end) {
                return false;
            }
            runner.poke();
            Thread.sleep(LOOK_EVERY);
        }
        return true;
    }
}
