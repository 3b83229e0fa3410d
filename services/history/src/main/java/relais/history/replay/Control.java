package relais.history.replay;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a run is to do: its owner's wish, and whether the instance still holds it. */
final class Control {

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

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
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

    void pause(boolean wanted) {
        lock.lock();
        try {
            paused = wanted;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
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
    void end(End why) {
        lock.lock();
        try {
            if (end == End.NONE) {
                end = why;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is to run or to end. */
    void awaitGo() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (paused && end == End.NONE) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits so long, or until something changes. */
    void await(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (mayRun() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
