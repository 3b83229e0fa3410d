package relais.history.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import relais.history.catchup.HiddenTexts;
import relais.history.catchup.Repeats;
import relais.history.export.Format;
import relais.history.export.Payloads;
import relais.history.export.ReadStep;
import relais.history.export.Row;
import relais.history.export.Rows;
import relais.history.export.Selection;
import relais.log.Envelope;
import relais.log.Log;

/** Knows how each kind of replay is made, and how its traces are removed. */
public record ReplayTargets(
        ReplayTargets.Topics topics,
        ReplayTargets.Files files,
        Log log,
        Payloads payloads,
        Rows.Geography geography,
        Repeats repeats,
        Function<Target.File, Format<?>> formats,
        HiddenTexts hidden) {

    /** Topics of one's own. */
    public interface Topics {

        /**
         * @return false if there is one of that name
         * @throws relais.log.LogUnavailable if Kafka does not answer
         */
        boolean create(Replay replay, Target.Topic target);

        /**
         * @param hidden of these aggregates no text is copied
         */
        ReplayPipeline<?> work(
                Replay replay, Target.Topic target, Selection selection, Predicate<String> hidden);

        /** Also if it is there in part or not at all. */
        void remove(Target.Topic target);
    }

    /** Files on this machine. */
    public interface Files {
        <T> ReplayPipeline.Sink<T> file(Replay replay, Format<T> format);

        /** Lines, to be read in the order of their time. */
        ReplayPipeline.Sink<Recording.RecordedEvent> recording(Replay replay);

        void remove(Replay replay);

        /**
         * A finished file; empty if it is not on this machine.
         *
         * @param extension of its form
         */
        Optional<Path> find(Replay replay, String extension);

        /** A finished recording, to be closed; empty if it is not on this machine. */
        Optional<Recording> openRecording(Replay replay) throws IOException;
    }

    /**
     * What must be there before it is run.
     *
     * @return false if the place is taken
     */
    boolean prepare(Replay replay) {
        return switch (replay.target()) {
            case Target.Topic topic -> topics.create(replay, topic);
            case Target.File _, Target.Stream _ -> true;
        };
    }

    /**
     * @throws relais.log.LogUnavailable if the log does not answer
     */
    ReplayPipeline<?> work(Replay replay) throws InterruptedException {
        // Counted before it is asked what is hidden: what is withdrawn in between is not missed.
        long withdrawals = replay.whole() ? 0 : hidden.withdrawals();
        return made(replay).knowing(withdrawals);
    }

    private ReplayPipeline<?> made(Replay replay) throws InterruptedException {
        return switch (replay.target()) {
            case Target.Topic topic ->
                    topics.work(replay, topic, selection(replay), hiddenFrom(replay));
            case Target.File file -> file(replay, formats.apply(file));
            case Target.Stream stream -> recording(replay, stream);
        };
    }

    /**
     * What there would be.
     *
     * @throws relais.log.LogUnavailable if the log does not answer
     */
    public Estimates.Estimate estimate(Replay replay) throws InterruptedException {
        repeats.upTo(replay.to());
        return new Estimates(log)
                .of(
                        replay.from(),
                        replay.to(),
                        selection(replay),
                        replay.target().isRaw() ? _ -> false : repeats::isRepeat);
    }

    private Selection selection(Replay replay) {
        return new Selection(replay.filter(), payloads, geography);
    }

    void remove(Replay replay) {
        switch (replay.target()) {
            case Target.Topic topic -> topics.remove(topic);
            case Target.File _, Target.Stream _ -> files.remove(replay);
        }
    }

    private Predicate<String> hiddenFrom(Replay replay) throws InterruptedException {
        return replay.whole() ? _ -> false : hidden.now()::contains;
    }

    private <T> ReplayPipeline<T> file(Replay replay, Format<T> format)
            throws InterruptedException {
        return reading(
                replay,
                row -> row == null ? null : format.prepare(row),
                files.file(replay, format));
    }

    private ReplayPipeline<Recording.RecordedEvent> recording(Replay replay, Target.Stream stream)
            throws InterruptedException {
        Format<?> lines = formats.apply(new Target.File("ndjson", stream.raw()));
        return reading(
                replay, row -> row == null ? null : told(row, lines), files.recording(replay));
    }

    private static Recording.RecordedEvent told(Row row, Format<?> lines) {
        Envelope envelope = row.envelope();
        // What is no event has no other time than that at which the log got it.
        return new Recording.RecordedEvent(
                envelope == null ? row.event().place().appendedAt() : envelope.time(),
                lines.alone(row));
    }

    private <T> ReplayPipeline<T> reading(
            Replay replay, Function<@Nullable Row, @Nullable T> make, ReplayPipeline.Sink<T> sink)
            throws InterruptedException {
        Rows rows =
                new Rows(
                        replay.filter(),
                        null,
                        payloads,
                        geography,
                        hiddenFrom(replay),
                        repeats::isRepeat,
                        replay.target().isRaw());
        return new ReplayPipeline<>(
                (from, to) -> {
                    repeats.upTo(to);
                    return log.read(
                            from, to, ReadStep.sized(event -> make.apply(rows.apply(event))));
                },
                sink);
    }
}
