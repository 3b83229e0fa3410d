package relais.history.replay;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.history.export.ReadStep;
import relais.log.Log;
import relais.log.LogUnavailable;
import relais.log.Offsets;

/**
 * One run of a replay, on a thread of its own, from where it stands to its end. It never touches
 * the store: others read how far it is, and tell it what is wanted.
 */
final class ReplayRun<T> {

    /**
     * What differs between deployments.
     *
     * @param checkpointEvery how many steps lie between two checkpoints at most
     * @param checkpointAfter how much time
     * @param patience how long Kafka may be away before somebody has to say when to go on
     * @param firstPause after Kafka went away; it doubles
     * @param longestPause up to this
     * @param mostBytes how large one replay may become
     */
    record Settings(
            int checkpointEvery,
            Duration checkpointAfter,
            Duration patience,
            Duration firstPause,
            Duration longestPause,
            long mostBytes) {}

    private final ReplayPipeline<T> work;
    private final Offsets to;
    private final RunControl control;
    private final Settings settings;
    private final Clock clock;
    private final ProgressCounter tally;

    private volatile ReplayState state = ReplayState.RUNNING;
    private volatile @Nullable Trouble trouble;
    private volatile @Nullable Product product;
    private @Nullable Instant awaySince;
    private Duration pause;

    ReplayRun(
            ReplayPipeline<T> work,
            Progress start,
            Offsets to,
            RunControl control,
            Settings settings,
            Clock clock) {
        this.work = work;
        this.to = to;
        this.control = control;
        this.settings = settings;
        this.clock = clock;
        this.tally = new ProgressCounter(start);
        this.pause = settings.firstPause();
    }

    ReplayState state() {
        return state;
    }

    @Nullable Trouble trouble() {
        return trouble;
    }

    @Nullable Product product() {
        return product;
    }

    Progress progress() {
        return tally.progress();
    }

    /** Returns when it is ready, has failed, or is told to end. */
    void execute() throws InterruptedException {
        try (ReplayPipeline.Sink<T> sink = work.sink()) {
            while (state != ReplayState.READY && state != ReplayState.FAILED && goOn()) {
                tryOnce(sink);
            }
        } catch (IOException refused) {
            fail(Trouble.FILE_NOT_WRITTEN, refused);
        }
    }

    /** Waits while it is paused; false if it is to end. */
    private boolean goOn() throws InterruptedException {
        if (control.isPaused()) {
            state = ReplayState.PAUSED;
            control.awaitGo();
            trouble = null;
            awaySince = null;
        }
        return control.end() == RunControl.End.NONE;
    }

    private void tryOnce(ReplayPipeline.Sink<T> sink) throws InterruptedException {
        try {
            tally.set(sink.begin(tally.progress()));
            state = ReplayState.RUNNING;
            if (read(sink)) {
                tally.atTheEnd();
                product = sink.finish(tally.progress()).knowing(work.withdrawals());
                trouble = null;
                state = ReplayState.READY;
            }
        } catch (LogUnavailable away) {
            waitFor(away);
        } catch (ReplayPipeline.Superseded other) {
            control.end(RunControl.End.LOST);
        } catch (ReplayPipeline.Impossible why) {
            fail(why.code(), why);
        } catch (IOException refused) {
            fail(Trouble.FILE_NOT_WRITTEN, refused);
        } catch (RuntimeException unexpected) {
            fail(Trouble.UNEXPECTED, unexpected);
        }
    }

    /** True at the end of what is to be read. */
    private boolean read(ReplayPipeline.Sink<T> sink) throws IOException, InterruptedException {
        int unsettled = 0;
        long settled = clock.millis();
        try (Log.Reading<ReadStep<T>> reading = work.source().read(tally.progress().next(), to)) {
            ReadStep<T> step;
            while ((step = reading.next()) != null) {
                back();
                T item = step.item();
                if (item == null) {
                    tally.passed(step.place());
                } else {
                    sink.write(step.place(), item);
                    tally.kept(step.place(), step.size());
                }
                if (sink.bytes() > settings.mostBytes()) {
                    throw new ReplayPipeline.Impossible(
                            Trouble.TOO_LARGE, "More than " + settings.mostBytes() + " bytes");
                }
                if (++unsettled >= settings.checkpointEvery()
                        || clock.millis() - settled > settings.checkpointAfter().toMillis()) {
                    sink.checkpoint(tally.progress());
                    unsettled = 0;
                    settled = clock.millis();
                }
                if (!control.mayRun()) {
                    if (control.end() != RunControl.End.LOST) {
                        sink.checkpoint(tally.progress());
                    }
                    return false;
                }
            }
        }
        return true;
    }

    /** The log answers (again). */
    private void back() {
        if (awaySince != null) {
            awaySince = null;
            trouble = null;
            pause = settings.firstPause();
        }
    }

    private void waitFor(LogUnavailable away) throws InterruptedException {
        Instant now = clock.instant();
        if (awaySince == null) {
            awaySince = now;
        }
        Instant since = awaySince;
        String detail = String.valueOf(away.getMessage());
        if (Duration.between(since, now).compareTo(settings.patience()) >= 0) {
            trouble = new Trouble(Trouble.GAVE_UP_WAITING, detail, since);
            control.giveUp();
            return;
        }
        trouble = new Trouble(Trouble.LOG_UNAVAILABLE, detail, since);
        state = ReplayState.WAITING;
        control.await(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(settings.longestPause()) < 0 ? doubled : settings.longestPause();
    }

    private void fail(String code, Exception why) {
        trouble = new Trouble(code, String.valueOf(why.getMessage()), clock.instant());
        state = ReplayState.FAILED;
    }
}
