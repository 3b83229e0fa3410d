package relais.history.replay;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a run is to do: its owner's wish, and whether the instance still holds it. */
final class RunControl {

    /** Why to end. */
    enum End {
        /** Not at all. */
        NONE,
        /** The instance stops; another one goes on. */
        STOPPING,
        /** Another instance has it. */
        LOST,
        /** It is to be removed. */
        CANCELLED
    }

    private volatile boolean paused;
    private volatile boolean gaveUp;
    private volatile End end = End.NONE;

    boolean mayRun() {
        return !paused && end == End.NONE;
    }

    boolean isPaused() {
        return paused;
    }

    End end() {
        return end;
    }

    synchronized void pause(boolean wanted) {
        paused = wanted;
        notifyAll();
    }

    /** Pauses by itself; {@link #pause} has no say until the owner's wish has become that too. */
    void giveUp() {
        pause(true);
        gaveUp = true;
    }

    boolean gaveUp() {
        return gaveUp;
    }

    /** The owner's wish has become to pause. */
    void toldOfGivingUp() {
        gaveUp = false;
    }

    /** The first reason stays. */
    synchronized void end(End why) {
        end = end == End.NONE ? why : end;
        notifyAll();
    }

    /** Waits until it is to run or to end. */
    synchronized void awaitGo() throws InterruptedException {
        while (paused && end == End.NONE) {
            wait();
        }
    }

    /** Waits so long, or until something changes. */
    synchronized void await(Duration atMost) throws InterruptedException {
        long last = System.nanoTime() + atMost.toNanos();
        long left = atMost.toNanos();
        while (mayRun() && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = last - System.nanoTime();
        }
    }
}
