package relais.history.replay;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import relais.history.export.ReadStep;
import relais.log.Log;
import relais.log.Offsets;
import relais.log.RecordPosition;

/**
 * What a replay reads and where it goes.
 *
 * @param withdrawals how many withdrawals of texts it knows of; none if it tells all
 * @param <T> what is made of an event on the way
 */
public record ReplayPipeline<T>(Source<T> source, Sink<T> sink, long withdrawals) {

    public ReplayPipeline(Source<T> source, Sink<T> sink) {
        this(source, sink, 0);
    }

    ReplayPipeline<T> knowing(long withdrawalsNow) {
        return new ReplayPipeline<>(source, sink, withdrawalsNow);
    }

    /** The log, as this replay reads it. */
    @FunctionalInterface
    public interface Source<T> {

        /** As {@link Log#read}. */
        Log.Reading<ReadStep<T>> read(Offsets from, Offsets to) throws InterruptedException;
    }

    /**
     * Where events go. Used by one thread. Its methods throw {@link relais.log.LogUnavailable} if
     * waiting may help, {@link Superseded} if another run has taken the replay over, {@link
     * Impossible} if neither waiting nor another try helps.
     */
    public interface Sink<T> extends Closeable {

        /**
         * Begins, or goes on after an interruption.
         *
         * @param reached up to where this run has written; its start if it has not
         * @return up to where everything is there and nothing beyond: to be read from here on
         */
        Progress begin(Progress reached) throws IOException;

        /** Writes one event; it may be lost in a crash until the next checkpoint. */
        void write(RecordPosition place, T item) throws IOException;

        /** How large what has been written is, in bytes. */
        long bytes();

        /** What lies before this is there to stay, if this target has such a thing. */
        void checkpoint(Progress reached) throws IOException;

        /** Everything has been written: it can be used from now on. */
        Product finish(Progress reached) throws IOException;

        /** Without {@link #finish}, nothing half is left where a reader would find it. */
        @Override
        void close() throws IOException;
    }

    /** Another run of the same replay has begun: this one must not write any more. */
    public static final class Superseded extends RuntimeException {
        public Superseded(@Nullable Throwable cause) {
            super("Another run has taken over", cause);
        }
    }

    /** It cannot be done. */
    public static final class Impossible extends RuntimeException {
        private final String code;

        /**
         * @param code of {@link Trouble}
         */
        public Impossible(String code, String detail) {
            super(detail);
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
