package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.history.replay.Course;
import relais.history.replay.Product;
import relais.history.replay.Progress;
import relais.history.replay.Replay;
import relais.history.replay.ReplayState;
import relais.history.replay.Speed;
import relais.history.replay.Target;
import relais.log.LogPartition;
import relais.log.OffsetsToken;

/**
 * A replay, as its owner sees it.
 *
 * @param account who asked: a mandate, or the fingerprint of an account
 * @param upTo the place of the log up to which it goes
 */
record ReplayJson(
        String id,
        ReplayState state,
        String account,
        Map<String, String> question,
        String upTo,
        TargetJson target,
        ProgressJson progress,
        @Nullable TroubleJson trouble,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant expiresAt) {

    /**
     * Where it goes.
     *
     * @param topic for {@code TOPIC}: its name
     * @param file for {@code FILE}: where it is once the replay is ready
     * @param manifest for {@code FILE}: what it holds
     * @param stream for {@code STREAM}: where it is played once the replay is ready
     * @param bytes how large what is ready is
     * @param first when the first event of the stream happened
     * @param played how many events the foremost listener has heard
     * @param playSeconds how long all of it takes at this speed
     */
    record TargetJson(
            ReplayRequest.Kind kind,
            @Nullable String topic,
            @Nullable String format,
            @Nullable Boolean raw,
            @Nullable String file,
            @Nullable String manifest,
            @Nullable String stream,
            @Nullable String speed,
            @Nullable Long bytes,
            @Nullable String sha256,
            @Nullable Instant first,
            @Nullable Instant last,
            @Nullable Long played,
            @Nullable Long playSeconds) {}

    /**
     * How far it is.
     *
     * @param percent of the records to be gone through, 0 to 100
     * @param read how many of them are done with
     * @param of how many there are
     * @param events how many were kept
     * @param bytes their keys, headers and values
     * @param eventsPerSecond records gone through a second, lately
     * @param secondsLeft at that pace; absent if it stands still
     * @param slowest the partition that has the most before it
     */
    record ProgressJson(
            double percent,
            long read,
            long of,
            long events,
            long bytes,
            long eventsPerSecond,
            @Nullable Long secondsLeft,
            @Schema(example = "relais.experiences:3") @Nullable String slowest,
            List<Progress.Reach> partitions) {}

    /**
     * Why it does not go on.
     *
     * @param code stable
     * @param detail for an operator
     */
    record TroubleJson(String code, String message, String detail, Instant since) {}

    static ReplayJson of(Replay replay, @Nullable String troubleInWords) {
        Course course = replay.course();
        return new ReplayJson(
                replay.id(),
                replay.state(),
                replay.account(),
                replay.question(),
                OffsetsToken.of(replay.to()),
                target(replay),
                progress(course),
                course.trouble() == null
                        ? null
                        : new TroubleJson(
                                course.trouble().code(),
                                String.valueOf(troubleInWords),
                                course.trouble().detail(),
                                course.trouble().since()),
                replay.askedAt(),
                course.startedAt(),
                course.finishedAt(),
                replay.expiresAt());
    }

    private static TargetJson target(Replay replay) {
        Product product = replay.course().product();
        Target target = replay.target();
        Target.File file = target instanceof Target.File it ? it : null;
        Target.Stream stream = target instanceof Target.Stream it ? it : null;
        String path = "/replays/" + replay.id();
        return new TargetJson(
                ReplayRequest.Kind.of(target),
                target instanceof Target.Topic(String topic) ? topic : null,
                file == null ? null : file.format(),
                target instanceof Target.Topic ? null : target.isRaw(),
                file == null ? null : path + "/file",
                file == null ? null : path + "/manifest",
                stream == null ? null : path + "/stream",
                stream == null ? null : stream.speed().toString(),
                product == null ? null : product.bytes(),
                file == null || product == null ? null : product.sha256(),
                stream == null || product == null ? null : product.first(),
                stream == null || product == null ? null : product.last(),
                stream == null ? null : replay.played(),
                stream == null ? null : seconds(product, stream.speed()));
    }

    private static @Nullable Long seconds(@Nullable Product product, Speed speed) {
        return product == null || product.first() == null || product.last() == null
                ? null
                : Duration.between(product.first(), product.last()).toSeconds() / speed.factor();
    }

    private static ProgressJson progress(Course course) {
        Progress progress = course.progress();
        boolean moves = course.state() == ReplayState.RUNNING && course.eventsPerSecond() > 0;
        return new ProgressJson(
                Math.round(progress.percent() * 10) / 10.0,
                progress.read(),
                progress.of(),
                progress.events(),
                progress.bytes(),
                moves ? course.eventsPerSecond() : 0,
                moves ? (progress.of() - progress.read()) / course.eventsPerSecond() : null,
                progress.slowest().map(LogPartition::toString).orElse(null),
                List.copyOf(progress.lanes().values()));
    }
}
