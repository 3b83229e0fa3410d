package relais.history.replay;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.history.export.Step;
import relais.log.Log;
import relais.log.LogUnavailable;
import relais.log.Positions;

/**
 * One run of a replay, on a thread of its own, from where it stands to its end. It never touches
 * the store: others read how far it is, and tell it what is wanted.
 */
final class Run<T> {

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

    private final Work<T> work;
    private final Positions to;
    private final Control control;
    private final Settings settings;
    private final Clock clock;
    private final Tally tally;

    private volatile State state = State.RUNNING;
    private volatile @Nullable Trouble trouble;
    private volatile @Nullable Product product;
    private @Nullable Instant awaySince;
    private Duration pause;

    Run(
            Work<T> work,
            Progress start,
            Positions to,
            Control control,
            Settings settings,
            Clock clock) {
        this.work = work;
        this.to = to;
        this.control = control;
        this.settings = settings;
        this.clock = clock;
        this.tally = new Tally(start);
        this.pause = settings.firstPause();
    }

    State state() {
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
        try (Work.Sink<T> sink = work.sink()) {
            while (state != State.READY && state != State.FAILED && goOn()) {
                tryOnce(sink);
            }
        } catch (IOException refused) {
            fail(Trouble.FILE_NOT_WRITTEN, refused);
        }
    }

    /** Waits while it is paused; false if it is to end. */
    private boolean goOn() throws InterruptedException {
        if (control.isPaused()) {
            state = State.PAUSED;
            control.awaitGo();
            trouble = null;
            awaySince = null;
        }
        return control.end() == Control.End.NONE;
    }

    private void tryOnce(Work.Sink<T> sink) throws InterruptedException {
        try {
            tally.set(sink.begin(tally.progress()));
            state = State.RUNNING;
            if (read(sink)) {
                tally.atTheEnd();
                product = sink.finish(tally.progress()).knowing(work.withdrawals());
                trouble = null;
                state = State.READY;
            }
        } catch (LogUnavailable away) {
            waitFor(away);
        } catch (Work.Superseded other) {
            control.end(Control.End.LOST);
        } catch (Work.Impossible why) {
            fail(why.code(), why);
        } catch (IOException refused) {
            fail(Trouble.FILE_NOT_WRITTEN, refused);
        } catch (RuntimeException unexpected) {
            fail(Trouble.UNEXPECTED, unexpected);
        }
    }

    /** True at the end of what is to be read. */
    private boolean read(Work.Sink<T> sink) throws IOException, InterruptedException {
        int unsettled = 0;
        long settled = clock.millis();
        try (Log.Reading<Step<T>> reading = work.source().read(tally.progress().next(), to)) {
            Step<T> step;
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
                    throw new Work.Impossible(
                            Trouble.TOO_LARGE, "More than " + settings.mostBytes() + " bytes");
                }
                if (++unsettled >= settings.checkpointEvery()
                        || clock.millis() - settled > settings.checkpointAfter().toMillis()) {
                    sink.checkpoint(tally.progress());
                    unsettled = 0;
                    settled = clock.millis();
                }
                if (!control.mayRun()) {
                    if (control.end() != Control.End.LOST) {
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
        state = State.WAITING;
        control.await(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(settings.longestPause()) < 0 ? doubled : settings.longestPause();
    }

    private void fail(String code, Exception why) {
        trouble = new Trouble(code, String.valueOf(why.getMessage()), clock.instant());
        state = State.FAILED;
    }
}
